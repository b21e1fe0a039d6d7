package io.microecommerce.customer.deletion.remote;

import io.microecommerce.api.order.OrderFacade;
import io.microecommerce.api.payment.PaymentFacade;
import org.apache.dubbo.config.annotation.DubboReference;
import org.apache.dubbo.config.spring.ReferenceBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The services that have something of a customer. Neither needs to be there when this one starts. Nothing is retried here: a
 * deletion may be asked for again as a whole.
 */
@Configuration(proxyBeanMethods = false)
class RemoteServices {

    private static final int TIMEOUT_MILLIS = 3_000;

    @Bean
    @DubboReference(timeout = TIMEOUT_MILLIS, retries = 0, check = false)
    ReferenceBean<PaymentFacade> paymentFacade() {
        return new ReferenceBean<>();
    }

    @Bean
    @DubboReference(timeout = TIMEOUT_MILLIS, retries = 0, check = false)
    ReferenceBean<OrderFacade> orderFacade() {
        return new ReferenceBean<>();
    }
}
