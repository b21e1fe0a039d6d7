package io.microecommerce.gateway.remote;

import io.microecommerce.api.cart.CartFacade;
import io.microecommerce.api.customer.AddressFacade;
import io.microecommerce.api.customer.CustomerFacade;
import io.microecommerce.api.customer.CustomerLedgerFacade;
import io.microecommerce.api.customer.SessionFacade;
import io.microecommerce.api.deadletter.DeadLetterFacade;
import io.microecommerce.api.invariant.InvariantFacade;
import io.microecommerce.api.order.OrderFacade;
import io.microecommerce.api.order.StaffNotificationFacade;
import io.microecommerce.api.order.StaffOrderFacade;
import io.microecommerce.api.payment.PaymentFacade;
import io.microecommerce.api.payment.ProviderCallbackFacade;
import io.microecommerce.api.payment.RefundFacade;
import io.microecommerce.api.payment.StaffTransactionFacade;
import io.microecommerce.api.payment.StatementFacade;
import io.microecommerce.api.payment.TopUpFacade;
import io.microecommerce.api.product.CatalogEditFacade;
import io.microecommerce.api.product.CatalogFacade;
import io.microecommerce.api.product.StockKeepingFacade;
import io.microecommerce.api.timeline.TimelineFacade;
import io.microecommerce.gateway.invariant.InvariantBoard;
import io.microecommerce.gateway.timeline.Chapters;
import io.microecommerce.timeline.Chapter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.dubbo.config.MethodConfig;
import org.apache.dubbo.config.spring.ReferenceBean;
import org.apache.dubbo.config.spring.reference.ReferenceBeanBuilder;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The services behind the gateway. A call may take three seconds, a payment seven, since svc-payment answers within five; the end
 * of an account seven, since svc-customer asks two services in turn. The reads that are named here are tried once more, on
 * another instance if there is one; nothing else is ever retried: the client decides, with its key.
 *
 * <p>Built and not annotated, because {@code @DubboReference} on a bean method passes over what it says of single methods.
 */
@Configuration(proxyBeanMethods = false)
class FacadeReferences {

    private static final int CALL_MILLIS = 3_000;
    private static final int LONG_CALL_MILLIS = 7_000;

    private static final int TIMELINE_MILLIS = 2_000;

    /** Four are asked, and what they answer is in their memory. */
    private static final int INVARIANT_MILLIS = 1_000;

    /** Asked before every other thing a customer does, and done without when it does not come. */
    private static final int LIVE_MILLIS = 500;

    @Bean
    ReferenceBean<CatalogFacade> catalogFacade() {
        return reference(CatalogFacade.class, reads("product", "products", "categories", "sku"));
    }

    @Bean
    ReferenceBean<CatalogEditFacade> catalogEditFacade() {
        return reference(CatalogEditFacade.class, reads("product"));
    }

    @Bean
    ReferenceBean<StockKeepingFacade> stockKeepingFacade() {
        return reference(StockKeepingFacade.class, reads("movements", "lowStock"));
    }

    @Bean
    ReferenceBean<CartFacade> cartFacade() {
        return reference(CartFacade.class, reads("items"));
    }

    @Bean
    ReferenceBean<CustomerFacade> customerFacade() {
        return reference(
                CustomerFacade.class, and(reads("customer", "customerByEmail"), once("delete", LONG_CALL_MILLIS)));
    }

    @Bean
    ReferenceBean<AddressFacade> addressFacade() {
        return reference(AddressFacade.class, reads("addresses", "address"));
    }

    @Bean
    ReferenceBean<SessionFacade> sessionFacade() {
        return reference(SessionFacade.class, List.of(once("isLive", LIVE_MILLIS)));
    }

    @Bean
    ReferenceBean<CustomerLedgerFacade> customerLedgerFacade() {
        return reference(CustomerLedgerFacade.class, reads("credit", "commission"));
    }

    @Bean
    ReferenceBean<OrderFacade> orderFacade() {
        return reference(OrderFacade.class, reads("order", "orders"));
    }

    @Bean
    ReferenceBean<StaffOrderFacade> staffOrderFacade() {
        return reference(StaffOrderFacade.class, reads("order", "orders"));
    }

    @Bean
    ReferenceBean<PaymentFacade> paymentFacade() {
        return reference(PaymentFacade.class, and(reads("payment", "balance"), once("pay", LONG_CALL_MILLIS)));
    }

    /** As often as the provider repeats it, and no more. */
    @Bean
    ReferenceBean<ProviderCallbackFacade> providerCallbackFacade() {
        return reference(ProviderCallbackFacade.class, List.of());
    }

    @Bean
    ReferenceBean<RefundFacade> refundFacade() {
        return reference(RefundFacade.class, and(reads("refundOf"), once("refund", LONG_CALL_MILLIS)));
    }

    @Bean
    ReferenceBean<TopUpFacade> topUpFacade() {
        return reference(TopUpFacade.class, List.of(once("topUp", LONG_CALL_MILLIS)));
    }

    /** What listeners hear is asked for every second anyway, and needs no second try. */
    @Bean
    ReferenceBean<StaffNotificationFacade> staffNotificationFacade() {
        return reference(StaffNotificationFacade.class, reads("notifications"));
    }

    @Bean
    ReferenceBean<TimelineFacade> paymentTimelineFacade() {
        return timeline(Chapter.PAYMENT);
    }

    @Bean
    ReferenceBean<TimelineFacade> orderTimelineFacade() {
        return timeline(Chapter.ORDER);
    }

    @Bean
    ReferenceBean<TimelineFacade> stockTimelineFacade() {
        return timeline(Chapter.STOCK);
    }

    @Bean
    ReferenceBean<TimelineFacade> customerTimelineFacade() {
        return timeline(Chapter.CUSTOMER);
    }

    @Bean
    Chapters chapters(
            @Qualifier("paymentTimelineFacade") TimelineFacade payment,
            @Qualifier("orderTimelineFacade") TimelineFacade order,
            @Qualifier("stockTimelineFacade") TimelineFacade stock,
            @Qualifier("customerTimelineFacade") TimelineFacade customer) {
        return (chapter, question) -> (switch (chapter) {
                    case PAYMENT -> payment;
                    case ORDER -> order;
                    case STOCK -> stock;
                    case CUSTOMER -> customer;
                })
                .entries(question);
    }

    /** Four are asked one after the other while a person waits; whoever does not answer is done without. */
    private static ReferenceBean<TimelineFacade> timeline(Chapter chapter) {
        return new ReferenceBeanBuilder()
                .setInterface(TimelineFacade.class)
                .setGroup(chapter.service())
                .setTimeout(TIMELINE_MILLIS)
                .setRetries(0)
                .build();
    }

    @Bean
    ReferenceBean<DeadLetterFacade> customerDeadLetters() {
        return deadLetters("svc-customer");
    }

    @Bean
    ReferenceBean<DeadLetterFacade> orderDeadLetters() {
        return deadLetters("svc-order");
    }

    @Bean
    ReferenceBean<DeadLetterFacade> paymentDeadLetters() {
        return deadLetters("svc-payment");
    }

    /** A redrive runs the consumer, whose statements take their time. */
    private static ReferenceBean<DeadLetterFacade> deadLetters(String service) {
        return builder(
                        DeadLetterFacade.class,
                        and(reads("letters", "open", "letter"), once("redrive", LONG_CALL_MILLIS)))
                .setGroup(service)
                .build();
    }

    @Bean
    ReferenceBean<InvariantFacade> customerInvariants() {
        return invariants("svc-customer");
    }

    @Bean
    ReferenceBean<InvariantFacade> orderInvariants() {
        return invariants("svc-order");
    }

    @Bean
    ReferenceBean<InvariantFacade> paymentInvariants() {
        return invariants("svc-payment");
    }

    @Bean
    ReferenceBean<InvariantFacade> productInvariants() {
        return invariants("svc-product");
    }

    @Bean
    InvariantBoard invariantBoard(
            @Qualifier("customerInvariants") InvariantFacade customer,
            @Qualifier("orderInvariants") InvariantFacade order,
            @Qualifier("paymentInvariants") InvariantFacade payment,
            @Qualifier("productInvariants") InvariantFacade product) {
        return new InvariantBoard(
                Map.of("svc-customer", customer, "svc-order", order, "svc-payment", payment, "svc-product", product));
    }

    private static ReferenceBean<InvariantFacade> invariants(String service) {
        return new ReferenceBeanBuilder()
                .setInterface(InvariantFacade.class)
                .setGroup(service)
                .setTimeout(INVARIANT_MILLIS)
                .setRetries(0)
                .build();
    }

    /** svc-payment asks the other participants and the coordinator in turn. */
    @Bean
    ReferenceBean<StaffTransactionFacade> staffTransactionFacade() {
        return reference(
                StaffTransactionFacade.class,
                List.of(
                        once("transactions", LONG_CALL_MILLIS),
                        once("transaction", LONG_CALL_MILLIS),
                        once("resolve", LONG_CALL_MILLIS)));
    }

    @Bean
    ReferenceBean<StatementFacade> statementFacade() {
        return reference(StatementFacade.class, reads("statements", "statement"));
    }

    private static <T> ReferenceBean<T> reference(Class<T> facade, List<MethodConfig> methods) {
        return builder(facade, methods).build();
    }

    private static ReferenceBeanBuilder builder(Class<?> facade, List<MethodConfig> methods) {
        return new ReferenceBeanBuilder()
                .setInterface(facade)
                .setTimeout(CALL_MILLIS)
                .setRetries(0)
                .setMethods(methods);
    }

    private static List<MethodConfig> reads(String... names) {
        return Arrays.stream(names).map(name -> method(name, CALL_MILLIS, 1)).toList();
    }

    private static MethodConfig once(String name, int timeoutMillis) {
        return method(name, timeoutMillis, 0);
    }

    private static MethodConfig method(String name, int timeoutMillis, int retries) {
        MethodConfig method = new MethodConfig();
        method.setName(name);
        method.setTimeout(timeoutMillis);
        method.setRetries(retries);
        return method;
    }

    private static List<MethodConfig> and(List<MethodConfig> reads, MethodConfig other) {
        return Stream.concat(reads.stream(), Stream.of(other)).toList();
    }
}
