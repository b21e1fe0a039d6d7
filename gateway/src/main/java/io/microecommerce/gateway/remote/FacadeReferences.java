package io.microecommerce.gateway.remote;

import io.microecommerce.api.cart.CartFacade;
import io.microecommerce.api.customer.CustomerFacade;
import io.microecommerce.api.customer.CustomerLedgerFacade;
import io.microecommerce.api.order.OrderFacade;
import io.microecommerce.api.order.StaffNotificationFacade;
import io.microecommerce.api.payment.PaymentFacade;
import io.microecommerce.api.product.CatalogFacade;
import java.util.Arrays;
import org.apache.dubbo.config.MethodConfig;
import org.apache.dubbo.config.spring.ReferenceBean;
import org.apache.dubbo.config.spring.reference.ReferenceBeanBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The services behind the gateway. A call may take three seconds, a payment seven, since svc-payment answers within five.
 * The reads that are named here are tried once more, on another instance if there is one; nothing else is ever retried: the
 * client decides, with its key.
 *
 * <p>Built and not annotated, because {@code @DubboReference} on a bean method passes over what it says of single methods.
 */
@Configuration(proxyBeanMethods = false)
class FacadeReferences {

    private static final int CALL_MILLIS = 3_000;
    private static final int PAY_MILLIS = 7_000;

    @Bean
    ReferenceBean<CatalogFacade> catalogFacade() {
        return reference(CatalogFacade.class, CALL_MILLIS, "product", "products", "categories", "sku");
    }

    @Bean
    ReferenceBean<CartFacade> cartFacade() {
        return reference(CartFacade.class, CALL_MILLIS, "items");
    }

    @Bean
    ReferenceBean<CustomerFacade> customerFacade() {
        return reference(CustomerFacade.class, CALL_MILLIS, "customer");
    }

    @Bean
    ReferenceBean<CustomerLedgerFacade> customerLedgerFacade() {
        return reference(CustomerLedgerFacade.class, CALL_MILLIS, "credit", "commission");
    }

    @Bean
    ReferenceBean<OrderFacade> orderFacade() {
        return reference(OrderFacade.class, CALL_MILLIS, "order", "orders");
    }

    @Bean
    ReferenceBean<PaymentFacade> paymentFacade() {
        return reference(PaymentFacade.class, PAY_MILLIS, "payment", "balance");
    }

    @Bean
    ReferenceBean<StaffNotificationFacade> staffNotificationFacade() {
        return reference(StaffNotificationFacade.class, CALL_MILLIS, "notifications");
    }

    private static <T> ReferenceBean<T> reference(Class<T> facade, int timeoutMillis, String... reads) {
        return new ReferenceBeanBuilder()
                .setInterface(facade)
                .setTimeout(timeoutMillis)
                .setRetries(0)
                .setMethods(Arrays.stream(reads).map(FacadeReferences::read).toList())
                .build();
    }

    private static MethodConfig read(String name) {
        MethodConfig method = new MethodConfig();
        method.setName(name);
        method.setTimeout(CALL_MILLIS);
        method.setRetries(1);
        return method;
    }
}
