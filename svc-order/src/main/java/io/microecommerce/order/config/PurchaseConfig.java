package io.microecommerce.order.config;

import io.microecommerce.order.purchase.AddressBook;
import io.microecommerce.order.purchase.CancelOrder;
import io.microecommerce.order.purchase.Carts;
import io.microecommerce.order.purchase.Catalog;
import io.microecommerce.order.purchase.CompleteOrder;
import io.microecommerce.order.purchase.Destinations;
import io.microecommerce.order.purchase.ExpireUnpaidOrders;
import io.microecommerce.order.purchase.FillBasket;
import io.microecommerce.order.purchase.ForgetCustomer;
import io.microecommerce.order.purchase.ForgetKeys;
import io.microecommerce.order.purchase.HoldOrder;
import io.microecommerce.order.purchase.Orders;
import io.microecommerce.order.purchase.PaymentTimers;
import io.microecommerce.order.purchase.PaymentWindow;
import io.microecommerce.order.purchase.PlaceOrder;
import io.microecommerce.order.purchase.ReadOrders;
import io.microecommerce.order.purchase.RedirectOrder;
import io.microecommerce.order.purchase.RefundOrder;
import io.microecommerce.order.purchase.ShipOrder;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases of orders, which know no framework themselves. */
@Configuration(proxyBeanMethods = false)
class PurchaseConfig {

    @Bean
    FillBasket fillBasket(Carts carts, Catalog catalog) {
        return new FillBasket(carts, catalog);
    }

    @Bean
    Destinations destinations(AddressBook book) {
        return new Destinations(book);
    }

    @Bean
    PlaceOrder placeOrder(
            Orders orders,
            FillBasket baskets,
            Carts carts,
            Destinations destinations,
            PaymentTimers timers,
            Supplier<PaymentWindow> window) {
        return new PlaceOrder(orders, baskets, carts, destinations, timers, window);
    }

    @Bean
    CancelOrder cancelOrder(Orders orders) {
        return new CancelOrder(orders);
    }

    @Bean
    RedirectOrder redirectOrder(Orders orders, Destinations destinations) {
        return new RedirectOrder(orders, destinations);
    }

    @Bean
    ShipOrder shipOrder(Orders orders) {
        return new ShipOrder(orders);
    }

    @Bean
    CompleteOrder completeOrder(Orders orders) {
        return new CompleteOrder(orders);
    }

    @Bean
    ForgetCustomer forgetCustomer(Orders orders) {
        return new ForgetCustomer(orders);
    }

    @Bean
    ForgetKeys forgetKeys(Orders orders, @Value("${shop.idempotency.kept-for}") Duration keptFor) {
        return new ForgetKeys(orders, keptFor);
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
    RefundOrder refundOrder(Orders orders) {
        return new RefundOrder(orders);
    }

    @Bean
    ExpireUnpaidOrders expireUnpaidOrders(Orders orders, PaymentTimers timers) {
        return new ExpireUnpaidOrders(orders, timers);
    }
}
