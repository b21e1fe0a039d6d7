package io.microecommerce.payment.config;

import io.microecommerce.service.trace.Spans;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * The threads of the protocol. Both pools are bounded, and both finish what they hold when the service is told to stop: the
 * attempts first, while they can still call the other services, see {@link AttemptsEnd}. An attempt that takes longer is left as
 * a crash would leave it: its lease ends, and the same key takes the payment over.
 */
@Configuration(proxyBeanMethods = false)
class ThreadPools {

    private static final int ATTEMPTS_AT_ONCE = 64;
    private static final int ATTEMPTS_WAITING = 64;
    private static final int BRANCHES = 3;
    private static final int FINISH_WITHIN_SECONDS = 10;

    /** One thread an attempt, for as long as it lasts; past the bound a customer is told that we are busy. */
    @Bean
    ThreadPoolTaskExecutor payThreads() {
        return pool("pay-", ATTEMPTS_AT_ONCE, ATTEMPTS_WAITING);
    }

    @Bean
    SmartLifecycle attemptsEnd(@Qualifier("payThreads") ThreadPoolTaskExecutor payThreads) {
        return new AttemptsEnd(payThreads);
    }

    /** The Tries of all attempts, so that none waits for another's thread. */
    @Bean
    ThreadPoolTaskExecutor tryThreads() {
        return pool("try-", ATTEMPTS_AT_ONCE * BRANCHES, 0);
    }

    private static ThreadPoolTaskExecutor pool(String name, int threads, int waiting) {
        ThreadPoolTaskExecutor pool = new ThreadPoolTaskExecutor();
        pool.setThreadNamePrefix(name);
        pool.setTaskDecorator(Spans::carriedBy);
        pool.setCorePoolSize(waiting == 0 ? 0 : threads);
        pool.setMaxPoolSize(threads);
        pool.setQueueCapacity(waiting);
        pool.setAllowCoreThreadTimeOut(true);
        // Work goes on when the context begins to close: what was begun before the stop needs both pools.
        pool.setAcceptTasksAfterContextClose(true);
        pool.setWaitForTasksToCompleteOnShutdown(true);
        pool.setAwaitTerminationSeconds(FINISH_WITHIN_SECONDS);
        return pool;
    }
}
