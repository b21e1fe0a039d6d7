package io.microecommerce.gateway.config;

import io.microecommerce.gateway.progress.ProgressStreams;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How many may follow an order, and for how long. */
@Configuration(proxyBeanMethods = false)
class ProgressConfig {

    @Bean
    ProgressStreams progressStreams(
            Clock clock,
            @Value("${shop.gateway.progress.streams}") int streams,
            @Value("${shop.gateway.progress.streams-of-one-caller}") int ofOneCaller,
            @Value("${shop.gateway.progress.life}") Duration life) {
        return new ProgressStreams(clock, new ProgressStreams.Limits(streams, ofOneCaller, life));
    }
}
