package io.microecommerce.local.wechatpay.callback;

import io.microecommerce.local.wechatpay.books.Books;
import io.microecommerce.local.wechatpay.books.Event;
import io.microecommerce.local.wechatpay.control.Faults;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the merchant what happened, again and again with growing waits, until he answers 2xx. */
public final class Callbacks implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Callbacks.class);

    /** WeChat's own waits, in seconds: a bit more than a day in all. */
    private static final List<Integer> WAITS =
            List.of(15, 15, 30, 180, 600, 1200, 1800, 1800, 1800, 3600, 10_800, 10_800, 10_800, 21_600, 21_600);

    private static final long LOOK_EVERY_MILLIS = 50;
    private static final int AT_ONCE = 4;

    private final Books books;
    private final Sender sender;
    private final Faults faults;
    private final Clock clock;
    private final int hurry;
    private final Set<String> admitted = ConcurrentHashMap.newKeySet();
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "callbacks"));
    private final ExecutorService sending = Executors.newFixedThreadPool(AT_ONCE);

    /** @param hurry what all waits are divided by */
    public Callbacks(Books books, Sender sender, Faults faults, Clock clock, int hurry) {
        this.books = books;
        this.sender = sender;
        this.faults = faults;
        this.clock = clock;
        this.hurry = hurry;
    }

    public void start() {
        looking.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            books.endDueRefunds();
            List<Event> now = new ArrayList<>();
            List<Event> first = new ArrayList<>();
            for (Event event : books.dueEvents()) {
                if (underWay.contains(event.id()) || !admits(event)) {
                    continue;
                }
                (event.attempts() == 0 ? first : now).add(event);
            }
            int turned = faults.reorder();
            if (turned == 0) {
                now.addAll(first);
            } else if (first.size() >= turned) {
                faults.reordered();
                Collections.reverse(first);
                send(first);
            }
            now.forEach(event -> send(List.of(event)));
        } catch (RuntimeException failed) {
            log.error("Callbacks failed; they go on", failed);
        }
    }

    /** Whether the event may be sent now; one that is to be dropped never may. */
    private boolean admits(Event event) {
        if (event.attempts() > 0) {
            return true;
        }
        if (admitted.add(event.id()) && faults.dropsEvent()) {
            log.info("{} of {} is lost on purpose", event.type(), event.subject());
            books.remember(event.lost());
            return false;
        }
        return !clock.instant().isBefore(event.createdAt().plus(faults.delay()));
    }

    private void send(List<Event> inThisOrder) {
        inThisOrder.forEach(event -> underWay.add(event.id()));
        sending.execute(() -> inThisOrder.forEach(event -> {
            try {
                attempt(event);
            } catch (RuntimeException failed) {
                log.error("{} of {} failed; it is repeated", event.type(), event.subject(), failed);
            } finally {
                underWay.remove(event.id());
            }
        }));
    }

    private void attempt(Event event) {
        Sender.Outcome outcome = faults.losesAttempt()
                ? new Sender.Outcome(0, "lost on its way, on purpose")
                : sender.send(event, Forgery.NONE);
        log.info(
                "{} of {} to {}, attempt {}: {} {}",
                event.type(),
                event.subject(),
                event.notifyUrl(),
                event.attempts() + 1,
                outcome.status(),
                outcome.said());
        String answer = outcome.status() + " " + outcome.said();
        if (outcome.taken()) {
            books.remember(event.answered(Event.State.TAKEN, null, answer));
            for (int more = faults.repeat(); more > 0; more--) {
                sender.send(event, Forgery.NONE);
            }
        } else if (event.attempts() < WAITS.size()) {
            Instant next = clock.instant()
                    .plus(Duration.ofSeconds(WAITS.get(event.attempts())).dividedBy(hurry));
            books.remember(event.answered(Event.State.PENDING, next, answer));
        } else {
            log.warn("{} of {} is given up", event.type(), event.subject());
            books.remember(event.answered(Event.State.GIVEN_UP, null, answer));
        }
    }

    @Override
    public void close() {
        looking.shutdownNow();
        sending.shutdownNow();
    }
}
