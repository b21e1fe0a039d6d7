package io.microecommerce.gateway.config;

import io.microecommerce.gateway.link.OperatorLinks;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tools beside the shop. */
@Configuration(proxyBeanMethods = false)
class LinkConfig {

    @Bean
    OperatorLinks operatorLinks(
            @Value("${shop.gateway.links.seata-console}") String seataConsole,
            @Value("${shop.gateway.links.trace}") String trace) {
        return OperatorLinks.of(seataConsole, trace);
    }
}
