package io.microecommerce.product.stock.remote;

import io.microecommerce.api.order.StaffNotificationFacade;
import org.apache.dubbo.config.annotation.DubboReference;
import org.apache.dubbo.config.spring.ReferenceBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The staff notifications of svc-order as a bean. */
@Configuration(proxyBeanMethods = false)
class StaffNotificationReference {

    /** Not retried here: the watch comes round again. Nobody need be there when this service starts. */
    @Bean
    @DubboReference(check = false, timeout = 3_000, retries = 0)
    ReferenceBean<StaffNotificationFacade> staffNotificationFacade() {
        return new ReferenceBean<>();
    }
}
