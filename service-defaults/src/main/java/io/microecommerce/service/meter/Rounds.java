package io.microecommerce.service.meter;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Reads something on a thread of its own, again and again: Prometheus must not wait for another process, and the pool of the
 * service's own rounds must not either.
 */
abstract class Rounds implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Rounds.class);

    private final String name;
    private final Duration pause;
    private @Nullable ScheduledExecutorService thread;

    /** @param pause between the end of a round and the next */
    Rounds(String name, Duration pause) {
        this.name = name;
        this.pause = pause;
    }

    abstract void round();

    @Override
    public synchronized void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread daemon = new Thread(task, name);
            daemon.setDaemon(true);
            return daemon;
        });
        started.scheduleWithFixedDelay(this::safely, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
        thread = started;
    }

    /** What came out of it would end the rounds without a word. */
    private void safely() {
        try {
            round();
        } catch (RuntimeException failure) {
            log.debug("The round {} ended early", name, failure);
        }
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
