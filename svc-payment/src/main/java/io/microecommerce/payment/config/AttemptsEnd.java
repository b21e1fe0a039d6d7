package io.microecommerce.payment.config;

import io.microecommerce.service.stop.StopPhase;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Waits for the attempts when the service stops: nobody calls it any more, and everybody whom an attempt calls is still there. */
final class AttemptsEnd implements SmartLifecycle {

    private final ThreadPoolTaskExecutor attempts;
    private volatile boolean running;

    AttemptsEnd(ThreadPoolTaskExecutor attempts) {
        this.attempts = attempts;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        attempts.shutdown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return StopPhase.WORK;
    }
}
