package io.microecommerce.customer.config;

import io.microecommerce.customer.account.Customers;
import io.microecommerce.customer.account.Login;
import io.microecommerce.customer.account.Passwords;
import io.microecommerce.customer.account.Registration;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases of an account. */
@Configuration(proxyBeanMethods = false)
class AccountConfiguration {

    @Bean
    Passwords passwords() {
        return new Passwords();
    }

    @Bean
    Registration registration(Customers customers, Passwords passwords, Clock clock) {
        return new Registration(customers, passwords, new SecureRandom(), clock);
    }

    @Bean
    Login login(Customers customers, Passwords passwords) {
        return new Login(customers, passwords);
    }
}
