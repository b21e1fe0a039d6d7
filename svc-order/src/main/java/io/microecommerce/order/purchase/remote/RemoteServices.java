package io.microecommerce.order.purchase.remote;

import io.microecommerce.api.cart.CartFacade;
import io.microecommerce.api.customer.AddressFacade;
import io.microecommerce.api.product.CatalogFacade;
import org.apache.dubbo.config.annotation.DubboReference;
import org.apache.dubbo.config.spring.ReferenceBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The services that an order is made with. Each call has 2 s: one that does not answer leaves time to say so within the 3 s
 * that our own caller waits. None is retried: the customer's retry has the same key.
 */
@Configuration(proxyBeanMethods = false)
class RemoteServices {

    private static final int TIMEOUT_MILLIS = 2_000;

    @Bean
    @DubboReference(timeout = TIMEOUT_MILLIS, retries = 0)
    ReferenceBean<CartFacade> cartFacade() {
        return new ReferenceBean<>();
    }

    @Bean
    @DubboReference(timeout = TIMEOUT_MILLIS, retries = 0)
    ReferenceBean<CatalogFacade> catalogFacade() {
        return new ReferenceBean<>();
    }

    @Bean
    @DubboReference(timeout = TIMEOUT_MILLIS, retries = 0)
    ReferenceBean<AddressFacade> addressFacade() {
        return new ReferenceBean<>();
    }
}
