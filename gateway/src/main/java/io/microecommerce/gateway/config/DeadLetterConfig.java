package io.microecommerce.gateway.config;

import io.microecommerce.api.deadletter.DeadLetterFacade;
import io.microecommerce.gateway.deadletter.DeadLetterDesk;
import io.microecommerce.gateway.deadletter.PacedRedrive;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The services that keep dead letters. */
@Configuration(proxyBeanMethods = false)
class DeadLetterConfig {

    @Bean
    DeadLetterDesk deadLetterDesk(
            @Qualifier("customerDeadLetters") DeadLetterFacade customer,
            @Qualifier("orderDeadLetters") DeadLetterFacade order,
            @Qualifier("paymentDeadLetters") DeadLetterFacade payment,
            @Value("${shop.gateway.redrive.per-second}") int perSecond,
            @Value("${shop.gateway.redrive.limit}") Duration limit) {
        return new DeadLetterDesk(
                Map.of("svc-customer", customer, "svc-order", order, "svc-payment", payment),
                new PacedRedrive(perSecond, limit));
    }
}
