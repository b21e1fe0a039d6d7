package io.microecommerce.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.microecommerce.e2e.shop.Answer;
import io.microecommerce.e2e.shop.AtWeChatPay;
import io.microecommerce.e2e.shop.Json;
import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.e2e.shop.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A payment is given back once and in full, with the order, the goods and what it had earned, or not at all. */
class RefundIT {

    private static final Duration BACK_WITHIN = Duration.ofSeconds(60);
    private static final int PIECES = 20;
    private static final long PRICE = 8_900;
    private static final long WALLET = 100_000;

    private final Shop shop = Shop.open();
    private final Visitor staff = shop.logIn(Shop.STAFF);
    private final String sku = staff.offers(PRICE, PIECES);
    private final Visitor customer = shop.newCustomer(WALLET);

    @Test
    void theStaffGiveAPaymentBackOnce() {
        Paid paid = pays();
        String key = Visitor.newKey();

        Answer refund = staff.refunds(paid.payment(), key).expect(201);

        assertThat(refund.text("/status")).isEqualTo("DONE");
        assertThat(refund.number("/amount/minor")).isEqualTo(2 * PRICE);
        assertThat(refund.text("/reason")).isEqualTo("Torn.");
        shop.settles("a refund", paid.order());
        assertGivenBack(paid, PIECES);
        assertThat(staff.refunds(paid.payment(), key).expect(201).text("/id")).isEqualTo(refund.text("/id"));
        assertThat(staff.post("/api/v1/payment/" + paid.payment() + "/refund", Json.text("reason", "Other."), key)
                        .expect(409)
                        .code())
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(staff.refunds(paid.payment(), Visitor.newKey()).expect(409).code())
                .isEqualTo("ORDER_REFUNDED");
        assertGivenBack(paid, PIECES);
        assertThat(customer.get("/api/v1/payment/" + paid.payment() + "/refund")
                        .expect(200)
                        .text("/id"))
                .isEqualTo(refund.text("/id"));
        assertThat(kindsOf(customer.get("/api/v1/order/" + paid.order() + "/timeline")))
                .containsSubsequence("PAID", "REFUND_OPENED", "REFUND_HELD", "REFUND_GIVEN")
                .contains("REWARDS_TAKEN", "STOCK_RETURNED", "REFUND_EVENT_RETURNED");
    }

    @Test
    void theCustomerMayUntilTheGoodsAreShippedAndTheStaffAfterwards() {
        customer.keepsAddress("Street", true);
        Paid shipped = pays();
        staff.ships(shipped.order(), "T-1").expect(200);

        assertThat(customer.refunds(shipped.payment(), Visitor.newKey())
                        .expect(409)
                        .code())
                .isEqualTo("ORDER_ALREADY_SHIPPED");
        staff.refunds(shipped.payment(), Visitor.newKey()).expect(201);

        shop.settles("a refund of goods that are out", shipped.order());
        assertGivenBack(shipped, PIECES - 2);
        assertThat(staff.notifications("order_id", shipped.order()).stream()
                        .map(notification -> notification.path("text").asString()))
                .anyMatch(text -> text.contains("take them in by a receipt"));
        takeIn(shipped, 2).expect(201);
        assertThat(takeIn(shipped, 1).expect(409).code()).isEqualTo("MORE_THAN_BOUGHT");
        assertGivenBack(shipped, PIECES);
        assertThat(shop.books().unbalanced()).isEmpty();

        Paid own = pays();
        customer.refunds(own.payment(), Visitor.newKey()).expect(201);
        shop.settles("a refund by the customer", own.order());
    }

    @Test
    void ofAHundredAtOnceOneGivesTheMoney() {
        Paid paid = pays();

        List<Answer> answers =
                Visitor.atOnce(100, i -> (i % 2 == 0 ? staff : customer).refunds(paid.payment(), "key-" + i % 50));

        assertThat(answers)
                .filteredOn(answer -> answer.status() == 201 || answer.status() == 202)
                .as("all that were accepted are the same refund")
                .isNotEmpty()
                .extracting(answer -> answer.text("/id"))
                .containsOnly(answers.stream()
                        .filter(answer -> answer.status() < 300)
                        .findFirst()
                        .orElseThrow()
                        .text("/id"));
        assertThat(answers).extracting(Answer::status).contains(409).isSubsetOf(201, 202, 409, 429, 503);
        shop.settles("a hundred refunds at once", paid.order());
        assertGivenBack(paid, PIECES);
        assertThat(shop.books()
                        .number(
                                "shop_payment",
                                "SELECT count(*) FROM refund WHERE payment_id = ? AND given_at IS NOT NULL",
                                paid.payment()))
                .isEqualTo(1);
    }

    @Test
    void nothingIsGivenBackOfWhatIsNotPaidOrNotTheirs() {
        Paid paid = pays();

        assertThat(shop.newCustomer(0)
                        .refunds(paid.payment(), Visitor.newKey())
                        .expect(404)
                        .code())
                .isEqualTo("PAYMENT_NOT_FOUND");
        assertThat(customer.get("/api/v1/payment/" + paid.payment() + "/refund")
                        .expect(404)
                        .code())
                .isEqualTo("REFUND_NOT_FOUND");
        Visitor poor = shop.newCustomer(1);
        String order = poor.orders(sku, 1);
        String payment = poor.pays(order, Visitor.newKey()).expect(422).text("/payment_id");
        assertThat(staff.refunds(payment, Visitor.newKey()).expect(409).code()).isEqualTo("ORDER_NOT_PAID");
        assertThat(customer.get("/api/v1/order/" + paid.order()).text("/status"))
                .isEqualTo("PAID");
    }

    @Test
    void aParticipantThatIsAwayLeavesEverythingAsItWasAndTheSameKeyTriesAgain() {
        Paid paid = pays();
        String key = Visitor.newKey();
        shop.platform().kill("svc-customer");

        Answer down = staff.refunds(paid.payment(), key);

        assertThat(down.status()).as(down.body().toString()).isIn(202, 503);
        shop.platform().restart("svc-customer");
        await("the same key gives the payment back")
                .atMost(BACK_WITHIN)
                .pollInterval(Duration.ofMillis(300))
                .untilAsserted(() -> staff.refunds(paid.payment(), key).expect(201));
        shop.settles("a refund while svc-customer was away", paid.order());
        assertGivenBack(paid, PIECES);
    }

    @Test
    void whatWeChatPayHasTakenGoesBackThroughItWhateverItRepeats() {
        AtWeChatPay atWeChatPay = AtWeChatPay.order(shop, customer, sku);
        atWeChatPay.confirm();
        atWeChatPay.becomes("PAID");
        shop.settles("a payment by WeChat", atWeChatPay.orderId());

        List<Integer> answers = Visitor.atOnce(
                4,
                who -> who == 0
                        ? customer.refunds(atWeChatPay.id(), Visitor.newKey()).status()
                        // WeChat Pay tells once more that it has the money.
                        : atWeChatPay.says("{\"subject\":\"%s\"}".formatted(atWeChatPay.id())));

        assertThat(answers.get(0)).isIn(201, 202);
        assertThat(answers.subList(1, 4)).containsOnly(204);
        String refund = "/api/v1/payment/" + atWeChatPay.id() + "/refund";
        await("WeChat Pay has given it back").atMost(BACK_WITHIN).untilAsserted(() -> assertThat(
                        customer.get(refund).text("/status"))
                .isEqualTo("DONE"));
        shop.settles("a refund through WeChat", atWeChatPay.orderId());
        assertThat(customer.get("/api/v1/customer/me/balance").number("/available/minor"))
                .isEqualTo(WALLET);
        assertThat(atWeChatPay.takenMinor()).isZero();
    }

    private Answer takeIn(Paid returned, int pieces) {
        return staff.post(
                "/api/v1/sku/" + sku + "/receipt",
                Json.text("quantity", pieces, "order_id", returned.order()),
                Visitor.newKey());
    }

    /** Two pieces, paid from the wallet. */
    private Paid pays() {
        String order = customer.orders(sku, 2);
        String payment = customer.pays(order, Visitor.newKey()).expect(201).text("/id");
        shop.settles("a payment", order);
        return new Paid(order, payment);
    }

    private void assertGivenBack(Paid paid, int available) {
        assertThat(customer.get("/api/v1/order/" + paid.order()).expect(200).text("/status"))
                .isEqualTo("REFUNDED");
        assertThat(customer.get("/api/v1/customer/me/balance").number("/available/minor"))
                .isEqualTo(WALLET);
        assertThat(customer.get("/api/v1/customer/me/credit").number("/points")).isZero();
        assertThat(shop.anonymous().get("/api/v1/sku/" + sku).number("/stock/available"))
                .isEqualTo(available);
    }

    private static Stream<String> kindsOf(Answer timeline) {
        return timeline.expect(200)
                .body()
                .at("/payments/0/entries")
                .valueStream()
                .map(entry -> entry.path("kind").asString());
    }

    private record Paid(String order, String payment) {}
}
