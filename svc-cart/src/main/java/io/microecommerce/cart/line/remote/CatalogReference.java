package io.microecommerce.cart.line.remote;

import io.microecommerce.api.product.CatalogFacade;
import org.apache.dubbo.config.annotation.DubboReference;
import org.apache.dubbo.config.spring.ReferenceBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The catalogue of svc-product as a bean. */
@Configuration(proxyBeanMethods = false)
class CatalogReference {

    /** Asked once, for at most two seconds: our own caller waits for three. */
    @Bean
    @DubboReference(timeout = 2_000, retries = 0)
    ReferenceBean<CatalogFacade> catalogFacade() {
        return new ReferenceBean<>();
    }
}
