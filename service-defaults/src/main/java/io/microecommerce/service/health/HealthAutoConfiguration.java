package io.microecommerce.service.health;

import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.seata.spring.annotation.GlobalTransactionScanner;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Health of the servers that Spring Boot does not know; databases, Redis and MongoDB it does. */
@AutoConfiguration(
        afterName = {
            "org.apache.rocketmq.spring.autoconfigure.RocketMQAutoConfiguration",
            "org.apache.seata.spring.boot.autoconfigure.SeataAutoConfiguration"
        })
public class HealthAutoConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(DefaultMQProducer.class)
    static class RocketMq {

        @Bean
        @ConditionalOnBean(DefaultMQProducer.class)
        HealthIndicator rocketmqHealthIndicator(DefaultMQProducer producer) {
            return new RocketMqHealthIndicator(producer);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(GlobalTransactionScanner.class)
    static class Seata {

        @Bean
        @ConditionalOnBean(GlobalTransactionScanner.class)
        HealthIndicator seataHealthIndicator() {
            return new SeataHealthIndicator();
        }
    }
}
