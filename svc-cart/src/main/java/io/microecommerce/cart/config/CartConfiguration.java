package io.microecommerce.cart.config;

import io.microecommerce.cart.line.Carts;
import io.microecommerce.cart.line.Catalogue;
import io.microecommerce.cart.line.PricedCarts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases of a cart. */
@Configuration(proxyBeanMethods = false)
class CartConfiguration {

    @Bean
    PricedCarts pricedCarts(Carts carts, Catalogue catalogue) {
        return new PricedCarts(carts, catalogue);
    }
}
