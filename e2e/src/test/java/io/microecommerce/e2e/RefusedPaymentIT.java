package io.microecommerce.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.e2e.shop.Answer;
import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.e2e.shop.Visitor;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Business refusals: a code, and nothing held anywhere. */
class RefusedPaymentIT {

    private static final String LAST_ONE = "lamp-last-one";
    private static final String DEAR = "piano-grand";

    private final Shop shop = Shop.open();

    @Test
    void aShortWalletRefusesAndHoldsNothing() {
        Visitor customer = shop.newCustomer(100);
        String orderId = customer.orders(DEAR, 1);
        String key = Visitor.newKey();

        Answer refused = customer.pays(orderId, key).expect(422);

        assertThat(refused.code()).isEqualTo("INSUFFICIENT_BALANCE");
        shop.settles("a short wallet", orderId);
        assertThat(customer.get("/api/v1/customer/me/balance").number("/available/minor"))
                .isEqualTo(100);
        assertThat(customer.get("/api/v1/order/" + orderId).text("/status")).isEqualTo("PENDING_PAYMENT");
        assertThat(customer.pays(orderId, key).expect(422).code()).isEqualTo("INSUFFICIENT_BALANCE");
    }

    @Test
    void shortStockRefusesAndHoldsNothing() {
        Visitor customer = shop.newCustomer(100_000_000);
        String orderId = customer.orders(DEAR, 4);

        Answer refused = customer.pays(orderId, Visitor.newKey()).expect(422);

        assertThat(refused.code()).isEqualTo("INSUFFICIENT_STOCK");
        shop.settles("short stock", orderId);
        Answer balance = customer.get("/api/v1/customer/me/balance");
        assertThat(balance.number("/available/minor")).isEqualTo(100_000_000);
        assertThat(balance.number("/frozen/minor")).isZero();
    }

    @Test
    void ofTwoCustomersForTheLastUnitExactlyOneGetsIt() {
        List<Visitor> customers = List.of(shop.newCustomer(1_000_000), shop.newCustomer(1_000_000));
        List<String> orders =
                customers.stream().map(customer -> customer.orders(LAST_ONE, 1)).toList();

        List<CompletableFuture<Answer>> answers = Stream.of(0, 1)
                .map(i -> CompletableFuture.supplyAsync(() -> customers.get(i).pays(orders.get(i), Visitor.newKey())))
                .toList();
        List<Integer> statuses =
                answers.stream().map(answer -> answer.join().status()).sorted().toList();

        assertThat(statuses).containsExactly(201, 422);
        orders.forEach(order -> shop.settles("two customers for the last unit", order));
        assertThat(shop.anonymous().get("/api/v1/sku/" + LAST_ONE).number("/stock/available"))
                .isZero();
    }
}
