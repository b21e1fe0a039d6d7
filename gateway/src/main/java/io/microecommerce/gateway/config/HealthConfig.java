package io.microecommerce.gateway.config;

import io.microecommerce.gateway.health.Dependencies;
import io.microecommerce.gateway.health.PlatformHealth;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The platform's health is one object a gateway, since it keeps its last answer for a second. */
@Configuration(proxyBeanMethods = false)
class HealthConfig {

    @Bean(destroyMethod = "close")
    PlatformHealth platformHealth(Dependencies dependencies) {
        return new PlatformHealth(dependencies);
    }
}
