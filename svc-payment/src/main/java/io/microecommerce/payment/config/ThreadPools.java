package io.microecommerce.payment.config;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** The threads of the protocol. Both pools are bounded, and both finish what they hold when the service is told to stop. */
@Configuration(proxyBeanMethods = false)
class ThreadPools {

    private static final int ATTEMPTS_AT_ONCE = 64;
    private static final int ATTEMPTS_WAITING = 64;
    private static final int BRANCHES = 3;
    private static final int FINISH_WITHIN_SECONDS = 15;

    /** One thread an attempt, for as long as it lasts; past the bound a customer is told that we are busy. */
    @Bean
    @DependsOn("tryThreads") // and so stops before them
    AsyncTaskExecutor payThreads() {
        return pool("pay-", ATTEMPTS_AT_ONCE, ATTEMPTS_WAITING);
    }

    /** The Tries of all attempts, so that none waits for another's thread. */
    @Bean
    AsyncTaskExecutor tryThreads() {
        ThreadPoolTaskExecutor threads = pool("try-", ATTEMPTS_AT_ONCE * BRANCHES, 0);
        // An attempt that was begun before the stop still needs its Tries.
        threads.setAcceptTasksAfterContextClose(true);
        return threads;
    }

    private static ThreadPoolTaskExecutor pool(String name, int threads, int waiting) {
        ThreadPoolTaskExecutor pool = new ThreadPoolTaskExecutor();
        pool.setThreadNamePrefix(name);
        pool.setCorePoolSize(waiting == 0 ? 0 : threads);
        pool.setMaxPoolSize(threads);
        pool.setQueueCapacity(waiting);
        pool.setAllowCoreThreadTimeOut(true);
        pool.setWaitForTasksToCompleteOnShutdown(true);
        pool.setAwaitTerminationSeconds(FINISH_WITHIN_SECONDS);
        return pool;
    }
}
