package io.microecommerce.customer.config;

import io.microecommerce.api.payment.OrderPaid;
import io.microecommerce.service.start.RequiredTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What must hold around this service before it starts, see {@link io.microecommerce.service.start}. */
@Configuration(proxyBeanMethods = false)
class Promises {

    @Bean
    RequiredTopic orderEvents() {
        return new RequiredTopic(OrderPaid.TOPIC, "TRANSACTION");
    }
}
