package io.microecommerce.e2e.chaos.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.e2e.chaos.check.Snapshot.OrderRow;
import io.microecommerce.e2e.chaos.check.Snapshot.PaymentRow;
import io.microecommerce.e2e.chaos.check.Snapshot.RefundRow;
import io.microecommerce.e2e.chaos.check.Snapshot.Refunding;
import io.microecommerce.e2e.chaos.check.Snapshot.ReservationRow;
import io.microecommerce.e2e.chaos.customer.Operation;
import io.microecommerce.e2e.chaos.customer.Operation.What;
import io.microecommerce.e2e.chaos.customer.Outcome;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CheckerTest {

    private static final PaymentRow PAID = new PaymentRow("p", "c", "o", "k", "PAID", true, true);
    private static final OrderRow ORDER = new OrderRow("o", "c", "ok", "PAID", true, "p", 2);
    private static final ReservationRow SOLD = new ReservationRow("o", "x", "sku", "SOLD", 2);
    private static final List<String> ONCE = List.of("p");
    private static final List<String> NOTIFIED = List.of("o");

    private static final RefundRow GIVEN = new RefundRow("r", "p", "o", "rk", "DONE", true, true, true);
    private static final OrderRow REFUNDED = new OrderRow("o", "c", "ok", "REFUNDED", true, "p", 2);
    private static final ReservationRow RETURNED = new ReservationRow("o", "x", "sku", "RETURNED", 2);
    private static final Refunding GIVEN_BACK = new Refunding(List.of(GIVEN), ONCE, NOTIFIED, List.of());

    private static final Snapshot PAID_SHOP = snapshot(List.of(PAID), List.of(ORDER), List.of(SOLD), ONCE, NOTIFIED);
    private static final Story TOLD = new Story("o", List.of(), Map.of("p", "PAID"), Set.copyOf(Story.OF_THE_PAID));

    @Test
    void findsNothingInAPaidOrder() {
        assertThat(Checker.settled(snapshot(List.of(PAID), List.of(ORDER), List.of(SOLD), ONCE, NOTIFIED)))
                .isEmpty();
    }

    @Test
    void findsAPaidOrderWithoutAPaidPayment() {
        PaymentRow released = new PaymentRow("p", "c", "o", "k", "RELEASED", false, false);

        assertThat(rules(snapshot(List.of(released), List.of(ORDER), List.of(SOLD), List.of(), List.of())))
                .containsOnly(Rule.AGREEMENT);
    }

    @Test
    void findsStockThatWasNotSold() {
        ReservationRow held = new ReservationRow("o", "x", "sku", "HELD", 2);

        assertThat(rules(snapshot(List.of(PAID), List.of(ORDER), List.of(held), ONCE, NOTIFIED)))
                .containsOnly(Rule.AGREEMENT, Rule.NOTHING_STUCK);
    }

    @Test
    void findsAnEffectThatIsMissingOrDoubled() {
        assertThat(rules(snapshot(List.of(PAID), List.of(ORDER), List.of(SOLD), List.of(), NOTIFIED)))
                .containsOnly(Rule.EFFECTS_ONCE);
        assertThat(rules(snapshot(List.of(PAID), List.of(ORDER), List.of(SOLD), List.of("p", "p"), NOTIFIED)))
                .containsOnly(Rule.EFFECTS_ONCE);
    }

    @Test
    void findsAnEffectOfAnOrderThatIsNotPaid() {
        OrderRow pending = new OrderRow("o", "c", "ok", "PENDING_PAYMENT", false, "", 2);

        assertThat(rules(snapshot(List.of(), List.of(pending), List.of(), List.of(), NOTIFIED)))
                .containsOnly(Rule.EFFECTS_ONCE);
    }

    @Test
    void findsWhatWasPaidAndIsNoMore() {
        Snapshot before = snapshot(List.of(PAID), List.of(ORDER), List.of(SOLD), ONCE, NOTIFIED);
        Snapshot now = snapshot(List.of(), List.of(), List.of(), List.of(), List.of());

        assertThat(Checker.always(before, now)).extracting(Violation::rule).containsOnly(Rule.PROMISES_KEPT);
    }

    @Test
    void saysNothingOfPaymentsUnderWay() {
        PaymentRow held = new PaymentRow("p", "c", "o", "k", "HELD", false, false);
        OrderRow paying = new OrderRow("o", "c", "ok", "PAYING", false, "p", 2);
        ReservationRow reserved = new ReservationRow("o", "x", "sku", "HELD", 2);
        Snapshot now = snapshot(List.of(held), List.of(paying), List.of(reserved), List.of(), List.of());

        assertThat(Checker.always(now, now)).isEmpty();
        assertThat(rules(now)).containsOnly(Rule.NOTHING_STUCK);
    }

    @Test
    void findsAnAcknowledgedPaymentThatIsNotThere() {
        Snapshot now = snapshot(List.of(), List.of(), List.of(), List.of(), List.of());

        assertThat(Promises.broken(List.of(paid("k", "p")), now)).hasSize(1);
    }

    @Test
    void findsAKeyThatGaveTwoPayments() {
        PaymentRow second = new PaymentRow("q", "c", "o2", "k2", "PAID", true, true);
        Snapshot now = snapshot(List.of(PAID, second), List.of(ORDER), List.of(SOLD), ONCE, NOTIFIED);

        assertThat(Promises.broken(List.of(paid("k", "p"), paid("k", "q")), now))
                .anyMatch(violation -> violation.what().contains("gave p, and then q"));
    }

    @Test
    void findsAHalfMessageWithoutAnswer() {
        assertThat(rules(settledWith(List.of(), List.of(), List.of("7 of payment p"))))
                .containsOnly(Rule.MESSAGES_RESOLVED);
    }

    @Test
    void findsATransactionThatTheCoordinatorKeeps() {
        assertThat(rules(settledWith(List.of("x in status 3"), List.of(), List.of())))
                .containsOnly(Rule.COORDINATOR_DRAINED);
    }

    @Test
    void findsMoreFinishedTransactionsThanDeathsLeaveOver() {
        List<String> few = Collections.nCopies(Checker.LEFT_OVER_AT_MOST, "x in status 13");
        List<String> many = Collections.nCopies(Checker.LEFT_OVER_AT_MOST + 1, "x in status 13");

        assertThat(rules(settledWith(List.of(), few, List.of()))).isEmpty();
        assertThat(rules(settledWith(List.of(), many, List.of()))).containsOnly(Rule.COORDINATOR_DRAINED);
    }

    @Test
    void findsNothingInAStoryThatAgrees() {
        assertThat(Story.contradictions(List.of(TOLD), PAID_SHOP)).isEmpty();
    }

    @Test
    void findsAStoryThatDoesNotTellWhatTheRowsSay() {
        List<Story> wrong = List.of(
                new Story("o", List.of(), Map.of("p", "HELD"), TOLD.kinds()),
                new Story("o", List.of(), Map.of(), TOLD.kinds()),
                new Story("o", List.of(), TOLD.payments(), Set.of("PAID", "ORDER_PAID", "STOCK_SOLD")),
                new Story("o", List.of("svc-order"), TOLD.payments(), TOLD.kinds()));

        assertThat(wrong).allSatisfy(story -> assertThat(Story.contradictions(List.of(story), PAID_SHOP))
                .extracting(Violation::rule)
                .containsOnly(Rule.HISTORY_AGREES));
    }

    @Test
    void findsAStoryThatTellsOfAPaymentThatWasNot() {
        PaymentRow refused = new PaymentRow("p", "c", "o", "k", "REFUSED", false, false);
        OrderRow pending = new OrderRow("o", "c", "ok", "PENDING_PAYMENT", false, "", 2);
        Snapshot unpaid = snapshot(List.of(refused), List.of(pending), List.of(), List.of(), List.of());

        assertThat(Story.contradictions(
                        List.of(new Story("o", List.of(), Map.of("p", "REFUSED"), Set.of("ORDER_PLACED"))), unpaid))
                .isEmpty();
        assertThat(Story.contradictions(
                        List.of(new Story("o", List.of(), Map.of("p", "REFUSED"), Set.of("STOCK_SOLD"))), unpaid))
                .isNotEmpty();
    }

    @Test
    void findsNothingInARefundedOrder() {
        assertThat(Checker.settled(refunded(REFUNDED, RETURNED, GIVEN_BACK))).isEmpty();
    }

    @Test
    void findsARefundThatOneDoesNotKnowOf() {
        assertThat(rules(refunded(ORDER, RETURNED, GIVEN_BACK))).containsOnly(Rule.AGREEMENT);
        assertThat(rules(refunded(REFUNDED, SOLD, GIVEN_BACK))).containsOnly(Rule.AGREEMENT);
        assertThat(rules(refunded(REFUNDED, RETURNED, new Refunding(List.of(GIVEN), List.of(), NOTIFIED, List.of()))))
                .containsOnly(Rule.AGREEMENT);
        assertThat(rules(refunded(REFUNDED, RETURNED, new Refunding(List.of(GIVEN), ONCE, List.of(), List.of()))))
                .containsOnly(Rule.AGREEMENT);
        assertThat(rules(refunded(REFUNDED, RETURNED, new Refunding(List.of(), ONCE, NOTIFIED, List.of()))))
                .containsOnly(Rule.AGREEMENT);
    }

    @Test
    void findsAPaymentThatWasGivenBackTwice() {
        RefundRow second = new RefundRow("r2", "p", "o", "k2", "DONE", true, true, true);

        assertThat(rules(
                        refunded(REFUNDED, RETURNED, new Refunding(List.of(GIVEN, second), ONCE, NOTIFIED, List.of()))))
                .containsOnly(Rule.AGREEMENT);
    }

    @Test
    void findsARefundThatIsStuckOrWhoseEventIsLost() {
        RefundRow held = new RefundRow("r2", "p2", "o2", "k2", "HELD", false, true, false);
        RefundRow unseen = new RefundRow("r", "p", "o", "rk", "GIVEN", true, true, false);

        assertThat(rules(refunded(REFUNDED, RETURNED, new Refunding(List.of(GIVEN, held), ONCE, NOTIFIED, List.of()))))
                .containsOnly(Rule.NOTHING_STUCK);
        assertThat(rules(refunded(REFUNDED, RETURNED, new Refunding(List.of(unseen), ONCE, NOTIFIED, List.of()))))
                .containsOnly(Rule.MESSAGES_RESOLVED);
    }

    @Test
    void findsMoneyThatTheProviderCountsOtherwise() {
        assertThat(rules(refunded(
                        REFUNDED, RETURNED, new Refunding(List.of(GIVEN), ONCE, NOTIFIED, List.of("Trade p")))))
                .containsOnly(Rule.MONEY);
    }

    @Test
    void findsAnAcknowledgedRefundThatIsNotThere() {
        Operation refund =
                new Operation(What.REFUND, "c", "rk", "o", Instant.EPOCH, Instant.EPOCH, Outcome.OK, 201, "", "r", "p");

        assertThat(Promises.broken(List.of(refund), refunded(REFUNDED, RETURNED, GIVEN_BACK)))
                .isEmpty();
        assertThat(Promises.broken(List.of(refund), PAID_SHOP)).hasSize(1);
    }

    private static Snapshot refunded(OrderRow order, ReservationRow reservation, Refunding refunds) {
        return snapshot(List.of(PAID), List.of(order), List.of(reservation), ONCE, NOTIFIED, refunds);
    }

    private static Operation paid(String key, String id) {
        return new Operation(What.PAY, "c", key, "o", Instant.EPOCH, Instant.EPOCH, Outcome.OK, 201, "", id, "PAID");
    }

    private static List<Rule> rules(Snapshot snapshot) {
        return Checker.settled(snapshot).stream().map(Violation::rule).toList();
    }

    private static Snapshot snapshot(
            List<PaymentRow> payments,
            List<OrderRow> orders,
            List<ReservationRow> reservations,
            List<String> credits,
            List<String> notified) {
        return snapshot(payments, orders, reservations, credits, notified, Refunding.NONE);
    }

    private static Snapshot snapshot(
            List<PaymentRow> payments,
            List<OrderRow> orders,
            List<ReservationRow> reservations,
            List<String> credits,
            List<String> notified,
            Refunding refunds) {
        return new Snapshot(
                List.of(),
                List.of(),
                List.of(),
                payments,
                orders,
                reservations,
                List.of(),
                Set.of("CREDIT p", "COMMISSION p", "STAFF_NOTIFICATION p"),
                credits,
                List.of(),
                Set.of(),
                notified,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                refunds,
                List.of());
    }

    private static Snapshot settledWith(List<String> transactions, List<String> leftOver, List<String> halfMessages) {
        return new Snapshot(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                List.of(),
                List.of(),
                Set.of(),
                List.of(),
                transactions,
                leftOver,
                halfMessages,
                List.of(),
                Refunding.NONE,
                List.of());
    }
}
