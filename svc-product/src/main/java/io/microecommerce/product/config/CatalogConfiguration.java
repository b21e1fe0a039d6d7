package io.microecommerce.product.config;

import io.microecommerce.product.catalog.ShopCurrency;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the catalogue is told by configuration. */
@Configuration(proxyBeanMethods = false)
class CatalogConfiguration {

    @Bean
    ShopCurrency shopCurrency(@Value("${shop.product.currency}") String code) {
        return new ShopCurrency(code);
    }
}
