package io.microecommerce.order.config;

import io.microecommerce.order.purchase.CancelOrder;
import io.microecommerce.order.purchase.Carts;
import io.microecommerce.order.purchase.Catalog;
import io.microecommerce.order.purchase.ExpireUnpaidOrders;
import io.microecommerce.order.purchase.HoldOrder;
import io.microecommerce.order.purchase.Orders;
import io.microecommerce.order.purchase.PaymentTimers;
import io.microecommerce.order.purchase.PaymentWindow;
import io.microecommerce.order.purchase.PlaceOrder;
import io.microecommerce.order.purchase.ReadOrders;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases of orders, which know no framework themselves. */
@Configuration(proxyBeanMethods = false)
class PurchaseConfig {

    @Bean
    PlaceOrder placeOrder(
            Orders orders, Carts carts, Catalog catalog, PaymentTimers timers, Supplier<PaymentWindow> window) {
        return new PlaceOrder(orders, carts, catalog, timers, window);
    }

    @Bean
    CancelOrder cancelOrder(Orders orders) {
        return new CancelOrder(orders);
    }

    @Bean
    ReadOrders readOrders(Orders orders) {
        return new ReadOrders(orders);
    }

    @Bean
    HoldOrder holdOrder(Orders orders) {
        return new HoldOrder(orders);
    }

    @Bean
    ExpireUnpaidOrders expireUnpaidOrders(Orders orders, PaymentTimers timers) {
        return new ExpireUnpaidOrders(orders, timers);
    }
}
