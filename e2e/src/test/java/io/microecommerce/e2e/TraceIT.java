package io.microecommerce.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.e2e.shop.Answer;
import io.microecommerce.e2e.shop.Json;
import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.e2e.shop.Traces.Span;
import io.microecommerce.e2e.shop.Visitor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A payment is read back from Zipkin as one trace: both of its phases, its message and who hears of it. */
class TraceIT {

    private static final String TEE = "tee-red-m";
    private static final String DEAR = "piano-grand";
    private static final List<String> CONSUMERS = List.of(
            "svc-customer svc-customer-credit CONSUMER",
            "svc-customer svc-customer-commission CONSUMER",
            "svc-order svc-order-staff-notification CONSUMER",
            "svc-payment svc-payment-event-seen CONSUMER");

    private final Shop shop = Shop.open();

    @Test
    void aPurchaseIsOneTraceFromTheRequestToTheLastConsumer() {
        Visitor customer = shop.newCustomer(100_000);
        String orderId = customer.orders(TEE, 1);
        Answer paid = customer.pays(orderId, Visitor.newKey()).expect(201);
        shop.settles("a traced purchase", orderId);

        shop.traces().ofOrder(orderId, traces -> {
            assertThat(traces).hasSize(1);
            List<Span> trace = traces.get(0);
            assertThat(trace)
                    .extracting(Span::traceId)
                    .containsOnly(paid.headers().firstValue("Trace-Id").orElseThrow());
            assertThat(trace)
                    .extracting(Span::toString)
                    .contains(
                            "gateway post /api/v1/payment SERVER",
                            "gateway paymentfacade/pay CLIENT",
                            "svc-payment paymentfacade/pay SERVER",
                            "svc-payment send orderpaid PRODUCER",
                            "svc-payment pay-order",
                            "svc-payment try money",
                            "svc-payment try order",
                            "svc-payment try stock",
                            "svc-payment commit")
                    .containsAll(CONSUMERS)
                    .doesNotHaveDuplicates();
            assertThat(services(trace, "confirm "))
                    .containsExactlyInAnyOrder("svc-order", "svc-payment", "svc-product");
            assertThat(services(trace, "cancel ")).isEmpty();
            isWhole(trace);
            namesItsOrderAndItsTransaction(trace, orderId);
        });
    }

    @Test
    void aRefusedPaymentHasItsCancelsAndSaysWhy() {
        Visitor customer = shop.newCustomer(100);
        String orderId = customer.orders(DEAR, 1);
        customer.pays(orderId, Visitor.newKey()).expect(422);
        shop.settles("a traced refusal", orderId);

        shop.traces().ofOrder(orderId, traces -> {
            assertThat(traces).hasSize(1);
            List<Span> trace = traces.get(0);
            assertThat(services(trace, "confirm ")).isEmpty();
            assertThat(services(trace, "cancel ")).contains("svc-order");
            assertThat(trace)
                    .filteredOn(span -> span.name().equals("try money"))
                    .extracting(span -> span.tag("refusal"))
                    .containsExactly("INSUFFICIENT_BALANCE");
            assertThat(trace)
                    .extracting(Span::toString)
                    .contains("gateway post /api/v1/payment SERVER", "svc-payment roll back")
                    .doesNotContain("svc-payment commit");
            isWhole(trace);
        });
    }

    /** What a customer tells us, and what lets somebody in, is nobody's business who may look at traces. */
    @Test
    void noSpanHoldsWhatACustomerHasToldUs() {
        Visitor customer = shop.newCustomer(100_000);
        String email = customer.email();
        String street = "Secret Lane " + Visitor.newKey();
        customer.keepsAddress(street, true);
        Map<String, Object> address = Json.address(street);
        customer.get("/api/v1/product?q=" + Visitor.newKey()).expect(200);
        String orderId = customer.orders(TEE, 1);
        customer.pays(orderId, Visitor.newKey()).expect(201);
        shop.anonymous().logsIn(email, "not the password");
        shop.settles("a purchase of somebody with an address", orderId);
        shop.traces().ofOrder(orderId, traces -> assertThat(traces.stream().flatMap(List::stream))
                .extracting(Span::toString)
                .containsAll(CONSUMERS));

        String everything = shop.traces().everything();

        assertThat(everything)
                .contains(orderId)
                .doesNotContain(
                        email,
                        street,
                        customer.token(),
                        Visitor.PASSWORD,
                        "not the password",
                        "Bearer",
                        "SELECT",
                        "?q=")
                .doesNotContain(
                        address.get("phone").toString(),
                        address.get("recipient").toString());
    }

    /** Every span but the first has its parent in the trace, so nothing is missing between. */
    private static void isWhole(List<Span> trace) {
        Set<String> ids = trace.stream().map(Span::id).collect(Collectors.toSet());
        assertThat(trace).filteredOn(span -> span.parentId().isEmpty()).hasSize(1);
        assertThat(trace)
                .filteredOn(span -> !span.parentId().isEmpty())
                .allSatisfy(span -> assertThat(ids).as("parent of %s", span).contains(span.parentId()));
    }

    private static void namesItsOrderAndItsTransaction(List<Span> trace, String orderId) {
        assertThat(trace)
                .filteredOn(span -> span.name().equals("post /api/v1/payment")
                        || span.name().equals("paymentfacade/pay")
                        || !span.service().equals("gateway"))
                .filteredOn(span -> !span.name().contains("session"))
                .allSatisfy(span ->
                        assertThat(span.tag("orderId")).as("order of %s", span).isEqualTo(orderId));
        List<Span> phases = trace.stream()
                .filter(span -> span.name().startsWith("try ")
                        || span.name().startsWith("confirm ")
                        || span.name().equals("commit"))
                .toList();
        assertThat(phases).hasSize(7);
        assertThat(phases.stream().map(span -> span.tag("xid")).distinct())
                .hasSize(1)
                .doesNotContain("");
    }

    private static List<String> services(List<Span> trace, String namePrefix) {
        return trace.stream()
                .filter(span -> span.name().startsWith(namePrefix))
                .map(Span::service)
                .toList();
    }
}
