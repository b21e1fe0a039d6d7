package io.microecommerce.gateway.config;

import io.microecommerce.gateway.limit.ClientLimitFilter;
import io.microecommerce.gateway.limit.CustomerLimitFilter;
import io.microecommerce.gateway.limit.RateLimit;
import io.microecommerce.gateway.limit.RateLimit.Rate;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** The limits, and where they stand: addresses right behind CORS, customers inside security, which knows them. */
@Configuration(proxyBeanMethods = false)
class RateLimitConfig {

    /** Properties below {@code shop.gateway.rate-limit}; what is off is 0 per second. */
    record Rates(Rate client, Rate customer, Rate login) {}

    @Bean
    Rates rates(Environment environment) {
        return Binder.get(environment)
                .bind("shop.gateway.rate-limit", Rates.class)
                .get();
    }

    @Bean
    FilterRegistrationBean<ClientLimitFilter> clientLimit(Rates rates) {
        FilterRegistrationBean<ClientLimitFilter> filter = new FilterRegistrationBean<>(
                new ClientLimitFilter(new RateLimit(rates.client()), new RateLimit(rates.login())));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return filter;
    }

    /** Placed by SecurityConfig, and so not registered with the container as well. */
    @Bean
    FilterRegistrationBean<CustomerLimitFilter> customerLimit(Rates rates) {
        FilterRegistrationBean<CustomerLimitFilter> filter =
                new FilterRegistrationBean<>(new CustomerLimitFilter(new RateLimit(rates.customer())));
        filter.setEnabled(false);
        return filter;
    }
}
