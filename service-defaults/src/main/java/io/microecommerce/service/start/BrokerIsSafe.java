package io.microecommerce.service.start;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.context.SmartLifecycle;

/**
 * Refuses to start beside a broker whose settings break the promise. A broker that does not answer is no reason to refuse: it is
 * asked again until it does, and what is then wrong is an ERROR in the log and DOWN in the health until somebody has mended it.
 */
final class BrokerIsSafe extends AbstractHealthIndicator implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(BrokerIsSafe.class);
    private static final long ASK_AGAIN_SECONDS = 5;

    private final BrokerSettings settings;

    /** Null until a broker has answered. */
    private volatile @Nullable List<String> violations;

    private boolean running;
    private @Nullable ScheduledExecutorService asking;

    BrokerIsSafe(BrokerSettings settings) {
        super("The broker's settings cannot be read");
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        try {
            List<String> found = settings.violations();
            if (!found.isEmpty()) {
                throw new UnsafeSettingException(found);
            }
            violations = found;
        } catch (IOException away) {
            log.warn("{}. Its settings are checked once it does.", away.getMessage());
            asking = askAgain();
        }
        running = true;
    }

    private ScheduledExecutorService askAgain() {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread daemon = new Thread(task, "broker-settings");
            daemon.setDaemon(true);
            return daemon;
        });
        thread.scheduleWithFixedDelay(this::askUntilSafe, ASK_AGAIN_SECONDS, ASK_AGAIN_SECONDS, TimeUnit.SECONDS);
        return thread;
    }

    private void askUntilSafe() {
        List<String> known = violations;
        if (known != null && known.isEmpty()) {
            return;
        }
        try {
            List<String> found = settings.violations();
            if (!found.equals(known)) {
                found.forEach(violation -> log.error("{}", violation));
            }
            violations = found;
        } catch (IOException stillAway) {
            log.debug("{}", stillAway.getMessage());
        } catch (RuntimeException unreadable) {
            log.warn("The broker's settings could not be read and will be asked for again", unreadable);
        }
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        List<String> known = violations;
        if (known == null) {
            builder.unknown().withDetail("settings", "no broker has answered yet");
        } else if (known.isEmpty()) {
            builder.up();
        } else {
            builder.down().withDetail("settings", known);
        }
    }

    @Override
    public synchronized void stop() {
        if (asking != null) {
            asking.shutdownNow();
            asking = null;
        }
        running = false;
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }

    /** Before anything that works. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
