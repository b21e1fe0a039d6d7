package io.microecommerce.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.microecommerce.e2e.faults.CrashPoint;
import io.microecommerce.e2e.shop.Answer;
import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.e2e.shop.ShopCommand;
import io.microecommerce.e2e.shop.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What happened to an order is told as a story, to its owner, to staff and to the operator, and stays told. */
class TimelineIT {

    private static final String TEE = "tee-red-m";
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(90);
    private static final Pattern TOLD_LINE =
            Pattern.compile("^  \\d{4}-\\d\\d-\\d\\d \\S+ +(?:#\\d+)? +svc-\\w+ +([A-Z_]+) ", Pattern.MULTILINE);

    private final Shop shop = Shop.open();
    private final Visitor staff = shop.logIn(Shop.STAFF);

    @Test
    void aPaidOrderIsToldFromItsPlacingToTheLastConsumerAndEachDelivery() {
        Visitor bob = shop.logIn(Shop.BOB);
        String email = "referred-%s@example.com".formatted(Visitor.newKey());
        shop.register(email, bob.get("/api/v1/customer/me").expect(200).text("/referrer_code"));
        Visitor customer = shop.logIn(email);
        shop.books().topUp(customer.id(), 100_000);
        String orderId = customer.orders(TEE, 2);
        String paymentId = customer.pays(orderId, Visitor.newKey()).expect(201).text("/id");
        shop.settles("a purchase whose timeline is asked for", orderId);
        await("three consumers").atMost(TOLD_WITHIN).untilAsserted(() -> assertThat(kinds(timeline(staff, orderId)))
                .contains("STAFF_NOTIFIED", "CREDIT_ENTRY", "COMMISSION_ENTRY", "EVENT_RETURNED"));

        Answer toStaff = timeline(staff, orderId);

        assertThat(toStaff.body().at("/missing")).isEmpty();
        assertThat(toStaff.text("/entries/0/kind")).isEqualTo("ORDER_PLACED");
        assertThat(toStaff.text("/payments/0/id")).isEqualTo(paymentId);
        assertThat(toStaff.text("/payments/0/status")).isEqualTo("PAID");
        assertThat(kinds(toStaff))
                .containsSubsequence("OPENED", "HALF_SENT", "BEGUN", "HELD", "COMMIT_ASKED", "PAID", "ANSWERED")
                .containsSubsequence("BEGUN", "ORDER_HELD", "COMMIT_ASKED", "ORDER_PAID", "STAFF_NOTIFIED")
                .containsSubsequence("BEGUN", "STOCK_RESERVED", "COMMIT_ASKED", "STOCK_SOLD")
                .containsSubsequence("PAID", "WALLET_ENTRY")
                .containsSubsequence("PAID", "CREDIT_ENTRY");
        assertThat(toStaff.body().findValuesAsString("text"))
                .contains("The Try of the stock reserves 2 x " + TEE + ".")
                .contains("The Confirm of the money: the frozen CNY 178.00 are spent (PAID).")
                .contains("The ledger of the referrer " + bob.id() + " has a commission of CNY 8.90.");
        assertThat(kinds(toStaff)).filteredOn("BRANCH_TRIED"::equals).hasSize(3);
        assertThat(kinds(toStaff)).filteredOn("BRANCH_COMMITTED"::equals).hasSize(3);
        onlyStaffSeeTheReferrer(customer, bob, orderId);
        aSecondDeliveryIsToldAndDidNothing(paymentId, orderId);
        itOutlivesTheCoordinatorsSession(orderId);
    }

    private void onlyStaffSeeTheReferrer(Visitor customer, Visitor bob, String orderId) {
        Answer toOwner = timeline(customer, orderId);

        assertThat(kinds(toOwner))
                .isEqualTo(kinds(timeline(staff, orderId)).stream()
                        .filter(kind -> !kind.equals("COMMISSION_ENTRY"))
                        .toList());
        assertThat(toOwner.body().toString()).doesNotContain(bob.id());
        bob.get("/api/v1/order/" + orderId + "/timeline").expect(404);
        staff.get("/api/v1/order/no-such-order/timeline").expect(404);
    }

    private void aSecondDeliveryIsToldAndDidNothing(String paymentId, String orderId) {
        shop.books().change("shop_payment", "UPDATE payment SET event_seen_at = NULL WHERE id = ?", paymentId);

        await("the event sent again").atMost(TOLD_WITHIN).untilAsserted(() -> assertThat(
                        kinds(timeline(staff, orderId)))
                .containsSubsequence("EVENT_RETURNED", "REPUBLISHED", "EVENT_RETURNED")
                .containsSubsequence("REPUBLISHED", "EVENT_REPEATED", "EVENT_REPEATED", "EVENT_REPEATED"));
        shop.settles("the same event twice", orderId);
        assertThat(kinds(timeline(staff, orderId)))
                .filteredOn("CREDIT_ENTRY"::equals)
                .hasSize(1);
    }

    private void itOutlivesTheCoordinatorsSession(String orderId) {
        Answer before = timeline(staff, orderId);
        String xid = before.body().at("/payments/0/entries").findValuesAsString("xid").stream()
                .filter(value -> value.contains(":"))
                .findFirst()
                .orElseThrow();
        await("the TC forgets the transaction")
                .atMost(TOLD_WITHIN)
                .until(() ->
                        shop.books().number("shop_seata", "SELECT count(*) FROM global_table WHERE xid = ?", xid) == 0);

        assertThat(timeline(staff, orderId).body()).isEqualTo(before.body());
    }

    @Test
    void aRefusedPaymentTellsWhichTryRefused() {
        Visitor customer = shop.newCustomer(100_000_000);
        String orderId = customer.orders("piano-grand", 4);

        customer.pays(orderId, Visitor.newKey()).expect(422);
        shop.settles("a refused payment whose timeline is asked for", orderId);

        Answer told = timeline(customer, orderId);
        assertThat(told.text("/payments/0/status")).isEqualTo("REFUSED");
        assertThat(kinds(told))
                .containsSubsequence("OPENED", "HALF_SENT", "BEGUN", "HELD", "ROLLBACK_ASKED", "RELEASED", "REFUSED")
                .containsSubsequence("REFUSED", "ANSWERED")
                .containsSubsequence("ORDER_HELD", "ROLLBACK_ASKED", "ORDER_RELEASED")
                .doesNotContain("PAID", "ORDER_PAID", "STOCK_RESERVED", "EVENT_RETURNED");
        assertThat(told.body().findValuesAsString("text"))
                .anyMatch(text -> text.contains("money TRIED, order TRIED, stock INSUFFICIENT_STOCK"));
    }

    @Test
    void aKilledServiceIsTracedWhileItIsDownAndAfterItsSecondAttempt() {
        Visitor customer = shop.newCustomer(100_000);
        String orderId = customer.orders(TEE, 1);
        String key = Visitor.newKey();
        shop.faults().haltAt(CrashPoint.TRIED);
        customer.pays(orderId, key);
        assertThat(shop.platform().awaitEnd("svc-payment", Duration.ofSeconds(30)))
                .isTrue();

        ShopCommand whileDown = shop.command("trace", orderId);
        Answer withoutIt = timeline(staff, orderId);

        assertThat(kinds(whileDown)).containsSubsequence("OPENED", "HALF_SENT", "BEGUN", "HELD");
        assertThat(whileDown.exit()).isZero();
        assertThat(withoutIt.text("/missing/0")).isEqualTo("svc-payment");
        assertThat(kinds(withoutIt)).contains("ORDER_HELD", "STOCK_RESERVED");
        shop.platform().restart("svc-payment");
        await("the same key pays")
                .atMost(TOLD_WITHIN)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> customer.pays(orderId, key).expect(201));
        shop.settles("a second attempt whose timeline is asked for", orderId);
        await("the check-back of attempt 1").atMost(TOLD_WITHIN).untilAsserted(() -> assertThat(
                        timeline(staff, orderId).body().findValuesAsString("text"))
                .contains("The broker checks back what became of the half message; the row says: ROLLBACK."));

        Answer told = timeline(staff, orderId);
        assertThat(told.number("/payments/0/attempts")).isEqualTo(2);
        assertThat(kinds(told)).containsSubsequence("HELD", "RELEASED", "TAKEN_OVER", "HELD", "COMMIT_ASKED", "PAID");
        await("both tell the same, once no event comes back any more")
                .atMost(TOLD_WITHIN)
                .untilAsserted(() ->
                        assertThat(kinds(shop.command("trace", orderId))).isEqualTo(kinds(timeline(staff, orderId))));
        assertThat(shop.command("trace", orderId).text()).contains("attempts: 2", "Trace id ");
        assertThat(shop.command("trace", "no-such-order"))
                .isEqualTo(new ShopCommand(1, "There is no order 'no-such-order'.\n"));
    }

    private static Answer timeline(Visitor visitor, String orderId) {
        return visitor.get("/api/v1/order/" + orderId + "/timeline").expect(200);
    }

    /** What is told, in its order: first of the order, then of its payments. */
    private static List<String> kinds(Answer timeline) {
        JsonNode body = timeline.body();
        return body.findValuesAsString("kind");
    }

    private static List<String> kinds(ShopCommand traced) {
        return TOLD_LINE
                .matcher(traced.text())
                .results()
                .map((MatchResult line) -> line.group(1))
                .toList();
    }
}
