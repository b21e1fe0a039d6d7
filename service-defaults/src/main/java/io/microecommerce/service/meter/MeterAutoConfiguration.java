package io.microecommerce.service.meter;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.rocketmq.spring.support.DefaultRocketMQListenerContainer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The gauges of every service. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
        })
public class MeterAutoConfiguration {

    @Bean
    @ConditionalOnBean({HealthContributorRegistry.class, MeterRegistry.class})
    HealthGauges healthGauges(HealthContributorRegistry contributors, MeterRegistry meters) {
        return new HealthGauges(contributors, meters);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(DefaultRocketMQListenerContainer.class)
    static class Consumers {

        @Bean
        @ConditionalOnBean(MeterRegistry.class)
        ConsumerLag consumerLag(ObjectProvider<DefaultRocketMQListenerContainer> consumers, MeterRegistry meters) {
            return new ConsumerLag(consumers, meters);
        }
    }
}
