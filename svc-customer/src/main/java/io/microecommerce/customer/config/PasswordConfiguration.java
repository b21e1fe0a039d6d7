package io.microecommerce.customer.config;

import io.microecommerce.customer.account.Customers;
import io.microecommerce.customer.account.LoginAttempts;
import io.microecommerce.customer.account.PasswordCheck;
import io.microecommerce.customer.account.Passwords;
import io.microecommerce.customer.password.ChangePassword;
import io.microecommerce.customer.password.PasswordChanges;
import io.microecommerce.customer.password.RequestPasswordReset;
import io.microecommerce.customer.password.ResetMails;
import io.microecommerce.customer.password.ResetPassword;
import io.microecommerce.customer.password.ResetRequests;
import io.microecommerce.customer.password.ResetRules;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** The use cases of a new password. */
@Configuration(proxyBeanMethods = false)
class PasswordConfiguration {

    private static final int MAILS_AT_ONCE = 2;
    private static final int MAILS_WAITING = 100;
    private static final int FINISH_WITHIN_SECONDS = 15;

    /** Mails go out here. The pool is bounded, and finishes what it holds when the service is told to stop. */
    @Bean
    AsyncTaskExecutor mailThreads() {
        ThreadPoolTaskExecutor pool = new ThreadPoolTaskExecutor();
        pool.setThreadNamePrefix("mail-");
        pool.setCorePoolSize(MAILS_AT_ONCE);
        pool.setMaxPoolSize(MAILS_AT_ONCE);
        pool.setQueueCapacity(MAILS_WAITING);
        pool.setAllowCoreThreadTimeOut(true);
        pool.setWaitForTasksToCompleteOnShutdown(true);
        pool.setAwaitTerminationSeconds(FINISH_WITHIN_SECONDS);
        return pool;
    }

    @Bean
    ResetRules resetRules(
            @Value("${shop.customer.password-reset.valid-for}") Duration validFor,
            @Value("${shop.customer.password-reset.most-per-hour}") int mostPerHour) {
        return new ResetRules(validFor, mostPerHour);
    }

    @Bean
    RequestPasswordReset requestPasswordReset(
            Customers customers,
            ResetRequests requests,
            ResetMails mails,
            ResetRules rules,
            AsyncTaskExecutor mailThreads,
            Clock clock) {
        return new RequestPasswordReset(customers, requests, mails, rules, mailThreads, new SecureRandom(), clock);
    }

    @Bean
    ResetPassword resetPassword(
            Customers customers,
            Passwords passwords,
            PasswordChanges changes,
            ResetRequests requests,
            LoginAttempts attempts,
            Clock clock) {
        return new ResetPassword(customers, passwords, changes, requests, attempts, clock);
    }

    @Bean
    ChangePassword changePassword(
            Customers customers, Passwords passwords, PasswordCheck check, PasswordChanges changes, Clock clock) {
        return new ChangePassword(customers, passwords, check, changes, clock);
    }
}
