package io.microecommerce.customer.config;

import io.microecommerce.customer.account.Customers;
import io.microecommerce.customer.account.PasswordCheck;
import io.microecommerce.customer.session.LogIn;
import io.microecommerce.customer.session.ProlongSession;
import io.microecommerce.customer.session.SessionLifetime;
import io.microecommerce.customer.session.Sessions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases of a login. */
@Configuration(proxyBeanMethods = false)
class LoginConfiguration {

    @Bean
    SessionLifetime sessionLifetime(@Value("${shop.customer.session-lifetime}") Duration length) {
        return new SessionLifetime(length);
    }

    @Bean
    LogIn logIn(
            Customers customers, PasswordCheck passwords, Sessions sessions, SessionLifetime lifetime, Clock clock) {
        return new LogIn(customers, passwords, sessions, lifetime, new SecureRandom(), clock);
    }

    @Bean
    ProlongSession prolongSession(Customers customers, Sessions sessions, SessionLifetime lifetime, Clock clock) {
        return new ProlongSession(customers, sessions, lifetime, new SecureRandom(), clock);
    }
}
