package io.microecommerce.e2e.chaos.nemesis;

import io.microecommerce.e2e.chaos.network.Link;
import io.microecommerce.e2e.faults.BrokerFault;
import io.microecommerce.e2e.faults.CrashPoint;
import io.microecommerce.e2e.faults.FaultFolder;
import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.local.launcher.Platform;
import io.microecommerce.local.launcher.installation.PlatformException;
import io.microecommerce.local.launcher.wechatpay.WeChatPayControl;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Breaks things by a plan until it is told to stop, and heals them. What it does is decided by the seed; when it happens depends on
 * the machine as well, and stands in the log.
 */
public final class Nemesis {

    private static final Logger log = LoggerFactory.getLogger(Nemesis.class);
    private static final Duration COMES_BY_WITHIN = Duration.ofSeconds(15);
    private static final Duration BACK_WITHIN = Duration.ofMinutes(4);

    /** Between two faults of a lane. */
    private static final long BREATH_MILLIS = 1_000;

    /** After a death the customers get that long to buy something before the next one: an outage without end shows nothing. */
    private static final Duration RECOVERS_WITHIN = Duration.ofSeconds(10);

    /** How long answers stay slow, and clocks shifted. */
    private static final long TROUBLE_MILLIS = 4_000;

    private final Shop shop;
    private final Platform platform;
    private final FaultFolder folder;
    private final WeChatPayControl provider;
    private final Plan plan;
    private final List<Fault> faults = new CopyOnWriteArrayList<>();
    /** Components that somebody is just killing, pausing or starting. */
    private final Set<String> claimed = ConcurrentHashMap.newKeySet();

    /** Whether a payment went through that began after that moment. */
    private final Predicate<Instant> recovered;

    private final List<Thread> lanes = new ArrayList<>();
    private final Set<CrashPoint> armed = EnumSet.noneOf(CrashPoint.class);
    private volatile boolean over;
    private volatile boolean abandoned;

    /** @param recovered whether a payment went through that began after that moment */
    public Nemesis(Shop shop, long seed, Predicate<Instant> recovered) {
        this.shop = shop;
        this.recovered = recovered;
        this.platform = shop.platform();
        this.folder = shop.faults();
        this.provider = WeChatPayControl.of(platform);
        this.plan = Plan.of(seed, shop.network().links());
    }

    /** What there was so far. */
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** Begins. */
    public void begin() {
        lanes.add(new Thread(() -> lane(plan.deaths()), "nemesis-deaths"));
        lanes.add(new Thread(() -> lane(plan.outages()), "nemesis-outages"));
        lanes.add(new Thread(() -> lane(plan.troubles()), "nemesis-troubles"));
        lanes.add(new Thread(this::armPoints, "nemesis-points"));
        lanes.forEach(Thread::start);
    }

    /** Ends, and heals everything: after it every process is ready, every link open, and nothing armed. */
    public void end() {
        over = true;
        for (Thread lane : lanes) {
            try {
                lane.join();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        heal();
    }

    /** Ends and heals nothing: the platform is about to be stopped, and nothing may be started any more. */
    public void abandon() {
        abandoned = true;
        over = true;
    }

    private void heal() {
        folder.clear();
        shop.network().heal();
        for (String component : platform.names()) {
            if (platform.isAlive(component)) {
                platform.resume(component);
            } else {
                bringBack(component);
            }
        }
        provider.heal();
    }

    /** Arms at once all crash points that nobody has come by yet. */
    public void armRest() {
        rest().forEach(this::arm);
    }

    /** The crash points that nobody has died at yet. */
    public List<CrashPoint> rest() {
        noteHits();
        synchronized (armed) {
            return plan.points().stream().filter(point -> !wasHit(point)).toList();
        }
    }

    // ---- lanes -----------------------------------------------------------------------------------------------------

    private void lane(List<Blow> blows) {
        for (int next = 0; !over; next = (next + 1) % blows.size()) {
            Blow blow = blows.get(next);
            try {
                strike(blow);
            } catch (RuntimeException failure) {
                log.warn("{} of {} went wrong: {}", blow.kind(), blow.target(), failure.toString());
            }
            sleep(BREATH_MILLIS);
        }
    }

    private void strike(Blow blow) {
        switch (blow.kind()) {
            case KILL ->
                claiming(blow, blow.target(), () -> {
                    platform.kill(blow.target());
                    sleep(blow.amount());
                    bringBack(blow.target());
                });
            case RESTART -> claiming(blow, blow.target(), () -> bringBack(blow.target()));
            case HALT -> {
                CrashPoint point = CrashPoint.valueOf(blow.target());
                claiming(blow, point.service(), () -> halt(point, blow.amount()));
            }
            case PAUSE -> claiming(blow, blow.target(), () -> pause(blow));
            case CUT, FREEZE, SLOW -> disturb(blow);
            case CLOCK ->
                passing(blow, () -> {
                    folder.shiftClock(blow.target(), Duration.ofSeconds(blow.amount()));
                    sleep(TROUBLE_MILLIS);
                    folder.shiftClock(blow.target(), Duration.ZERO);
                });
            case BROKER ->
                passing(blow, () -> {
                    folder.set(BrokerFault.valueOf(blow.target()), true);
                    sleep(blow.amount());
                    folder.set(BrokerFault.valueOf(blow.target()), false);
                });
            case PROVIDER ->
                passing(blow, () -> {
                    provider.faults(ProviderFault.valueOf(blow.target()).plan());
                    sleep(blow.amount());
                    provider.heal();
                });
            case POINT -> throw new IllegalArgumentException("Points have a lane of their own");
        }
    }

    private void halt(CrashPoint point, int millisAway) {
        folder.haltAt(point);
        if (!platform.awaitEnd(point.service(), COMES_BY_WITHIN)) {
            folder.release(point);
            platform.kill(point.service());
        }
        sleep(millisAway);
        bringBack(point.service());
    }

    private void pause(Blow blow) {
        platform.pause(blow.target());
        sleep(blow.amount());
        platform.resume(blow.target());
    }

    private void disturb(Blow blow) {
        Link link = shop.network().links().stream()
                .filter(each -> each.toString().equals(blow.target()))
                .findFirst()
                .orElseThrow();
        passing(blow, () -> {
            try {
                switch (blow.kind()) {
                    case CUT -> link.cut();
                    case FREEZE -> link.freeze();
                    default -> link.slow(Duration.ofMillis(blow.amount()));
                }
                sleep(blow.kind() == FaultKind.SLOW ? TROUBLE_MILLIS : blow.amount());
            } finally {
                link.heal();
            }
        });
    }

    /** Skipped if the component is in other hands. */
    private void claiming(Blow blow, String component, Runnable action) {
        if (!claimed.add(component)) {
            return;
        }
        try {
            passing(blow, action);
        } finally {
            claimed.remove(component);
        }
        if (blow.kind() != FaultKind.PAUSE) {
            awaitRecovery();
        }
    }

    private void awaitRecovery() {
        Instant healed = Instant.now();
        Instant patience = healed.plus(RECOVERS_WITHIN);
        while (!over && Instant.now().isBefore(patience) && !recovered.test(healed)) {
            sleep(BREATH_MILLIS / 2);
        }
    }

    private void passing(Blow blow, Runnable action) {
        Instant began = Instant.now();
        log.info("{} {} ({})", blow.target(), blow.kind().words(), blow.amount());
        action.run();
        faults.add(new Fault(blow.kind(), blow.target(), Integer.toString(blow.amount()), began, Instant.now()));
    }

    /** Starts it, as often as it takes: what it needs may be away itself. */
    private void bringBack(String component) {
        long deadline = System.nanoTime() + BACK_WITHIN.toNanos();
        while (!abandoned) {
            try {
                platform.restart(component);
                return;
            } catch (PlatformException failure) {
                log.info("{} does not start yet: {}", component, firstLine(failure));
                if (System.nanoTime() > deadline) {
                    throw failure;
                }
                sleep(BREATH_MILLIS);
            }
        }
    }

    private static String firstLine(PlatformException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    // ---- crash points ----------------------------------------------------------------------------------------------

    private void armPoints() {
        for (CrashPoint point : plan.points()) {
            if (over) {
                return;
            }
            arm(point);
            sleep(2 * BREATH_MILLIS);
            noteHits();
        }
        while (!over) {
            sleep(BREATH_MILLIS);
            noteHits();
        }
    }

    private void arm(CrashPoint point) {
        synchronized (armed) {
            folder.failAt(point);
            armed.add(point);
        }
    }

    private boolean wasHit(CrashPoint point) {
        return faults.stream()
                .anyMatch(fault ->
                        fault.kind() == FaultKind.POINT && fault.target().equals(point.name()));
    }

    private void noteHits() {
        synchronized (armed) {
            for (CrashPoint point : List.copyOf(armed)) {
                if (folder.isHit(point)) {
                    armed.remove(point);
                    Instant now = Instant.now();
                    log.info("{} crash point", point);
                    faults.add(new Fault(FaultKind.POINT, point.name(), point.service(), now, now));
                }
            }
        }
    }

    private static void sleep(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
