package io.microecommerce.order.purchase.store;

import static io.microecommerce.order.purchase.Examples.ALICE;
import static io.microecommerce.order.purchase.Examples.TOTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microecommerce.api.order.OrderStatus;
import io.microecommerce.order.OrderService;
import io.microecommerce.order.purchase.Actor;
import io.microecommerce.order.purchase.Examples;
import io.microecommerce.order.purchase.Order;
import io.microecommerce.order.purchase.OrderDraft;
import io.microecommerce.order.purchase.Orders;
import io.microecommerce.order.purchase.PaymentWindow;
import io.microecommerce.order.purchase.PurchaseLimits;
import io.microecommerce.order.purchase.StatusChange;
import io.microecommerce.order.purchase.Transition;
import io.microecommerce.service.tcc.ParticipantTestbed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataIntegrityViolationException;

/** Every transition from every status, legal or not, and the history that each leaves. */
class TransitionsTest {

    private static final String XID = "xid-1";
    private static final String PAYMENT = "payment-1";
    private static final String STAFF = "staff-1";
    private static final String REFUND = "refund-1";
    private static final String REFUND_XID = "xid-of-refund-1";

    /** What may happen to an order, told a second time and apart from the code. */
    private static final Set<String> LEGAL = Set.of(
            "null > PENDING_PAYMENT by CUSTOMER",
            "PENDING_PAYMENT > PAYING by PAYMENT",
            "PAYING > PAID by PAYMENT",
            "PAYING > PENDING_PAYMENT by PAYMENT",
            "PENDING_PAYMENT > CANCELLED by CUSTOMER",
            "PENDING_PAYMENT > CANCELLED by TIMER",
            "PAID > SHIPPED by STAFF",
            "SHIPPED > COMPLETED by STAFF",
            "PAID > REFUNDING by REFUND",
            "SHIPPED > REFUNDING by REFUND",
            "COMPLETED > REFUNDING by REFUND",
            "REFUNDING > REFUNDED by REFUND",
            "REFUNDING > PAID by REFUND",
            "REFUNDING > SHIPPED by REFUND",
            "REFUNDING > COMPLETED by REFUND");

    @RegisterExtension
    static final ParticipantTestbed testbed = OrderService.testbed();

    private Orders orders;

    @BeforeEach
    void orders() {
        orders = testbed.bean(Orders.class);
    }

    @Test
    void thereAreNoOtherTransitionsThanTheLegalOnes() {
        assertThat(Transition.values())
                .extracting(transition -> transition.from() + " > " + transition.to() + " by " + transition.actor())
                .containsExactlyInAnyOrderElementsOf(LEGAL);
    }

    static Stream<Arguments> everyTransitionFromEveryStatus() {
        return Arrays.stream(Transition.values())
                .filter(transition -> transition != Transition.PLACE)
                .flatMap(transition -> Arrays.stream(OrderStatus.values()).map(from -> Arguments.of(transition, from)));
    }

    @ParameterizedTest
    @MethodSource("everyTransitionFromEveryStatus")
    void movesAnOrderFromWhereItStartsAndNoOther(Transition transition, OrderStatus from) {
        String orderId = from == OrderStatus.REFUNDING ? orderRefundedFrom(whatItWas(transition)) : orderIn(from);
        List<StatusChange> before = orders.history(orderId);
        if (transition == Transition.EXPIRE) {
            close(orderId);
        }

        boolean moved = attempt(transition, orderId);

        // Of the three Tries of a refund each has its own start.
        assertThat(moved).isEqualTo(from == transition.from());
        assertThat(LEGAL).contains(transition.from() + " > " + transition.to() + " by " + transition.actor());
        assertThat(statusOf(orderId)).isEqualTo(moved ? transition.to() : from);
        List<StatusChange> after = orders.history(orderId);
        assertThat(after).hasSize(before.size() + (moved ? 1 : 0)).startsWith(before.toArray(StatusChange[]::new));
        if (moved) {
            StatusChange last = after.get(after.size() - 1);
            assertThat(last.fromStatus()).isEqualTo(from);
            assertThat(last.toStatus()).isEqualTo(transition.to());
            assertThat(last.actor()).isEqualTo(transition.actor());
            assertThat(last.actorId()).isEqualTo(idOf(transition.actor()));
        }
    }

    @Test
    void sweepMovesOnlyWhatAwaitsPaymentAndWritesItsHistory() {
        List<String> closed = new ArrayList<>();
        for (OrderStatus status : OrderStatus.values()) {
            closed.add(close(orderIn(status)));
        }

        List<String> cancelled = orders.expireAll(100);

        assertThat(cancelled)
                .contains(closed.get(OrderStatus.PENDING_PAYMENT.ordinal()))
                .doesNotContainAnyElementsOf(closed.subList(1, closed.size()));
        assertThat(orders.history(closed.get(0)))
                .extracting(StatusChange::toStatus)
                .containsExactly(OrderStatus.PENDING_PAYMENT, OrderStatus.CANCELLED);
        assertThat(orders.history(closed.get(0)))
                .extracting(StatusChange::actor)
                .containsExactly(Actor.CUSTOMER, Actor.TIMER);
    }

    @Test
    void isShippedOnlyToAnAddress() {
        String orderId = orderIn(OrderStatus.PAID);
        testbed.jdbc()
                .sql("UPDATE orders SET shipping_address = NULL WHERE id = :id")
                .param("id", orderId)
                .update();

        assertThat(attempt(Transition.SHIP, orderId)).isFalse();
        assertThat(orders.redirect(orderId, ALICE, Examples.berlin())).isTrue();
        assertThat(attempt(Transition.SHIP, orderId)).isTrue();
    }

    @Test
    void confirmAndReleaseOnlyWhatTheirTransactionHolds() {
        String orderId = orderIn(OrderStatus.PAYING);

        assertThat(orders.confirm(orderId, "xid-2")).isFalse();
        assertThat(orders.release(orderId, "xid-2")).isFalse();

        assertThat(statusOf(orderId)).isEqualTo(OrderStatus.PAYING);
        assertThat(orders.history(orderId)).hasSize(2);
    }

    @Test
    void confirmAndKeepOnlyWhatTheRefundsTransactionHoldsAndAsItWas() {
        String orderId = orderRefundedFrom(OrderStatus.SHIPPED);

        assertThat(orders.confirmRefund(orderId, "xid-2")).isFalse();
        assertThat(orders.keep(orderId, "xid-2", OrderStatus.SHIPPED)).isFalse();
        assertThat(orders.keep(orderId, REFUND_XID, OrderStatus.PAID)).isFalse();

        assertThat(statusOf(orderId)).isEqualTo(OrderStatus.REFUNDING);
    }

    @Test
    void holdsForARefundOnlyWhatThatPaymentHasPaid() {
        String orderId = orderIn(OrderStatus.PAID);

        assertThat(orders.holdForRefund(orderId, "another", new Order.Refund(REFUND, REFUND_XID, OrderStatus.PAID)))
                .isFalse();
        assertThat(statusOf(orderId)).isEqualTo(OrderStatus.PAID);
    }

    @Test
    void tellsAWholeLife() {
        assertThat(orders.history(orderIn(OrderStatus.COMPLETED)))
                .extracting(StatusChange::toStatus)
                .containsExactly(
                        OrderStatus.PENDING_PAYMENT,
                        OrderStatus.PAYING,
                        OrderStatus.PAID,
                        OrderStatus.SHIPPED,
                        OrderStatus.COMPLETED);
    }

    @Test
    @Timeout(60)
    void losesNoChangeWhenPaymentsComeAndGoAtOnce() {
        int paymentsAtOnce = 8;
        int holdsEach = 10;
        String orderId = orderIn(OrderStatus.PENDING_PAYMENT);
        Runnable payments = () -> {
            String xid = UUID.randomUUID().toString();
            // Each goes on until it has had its turns, however often the others are before it.
            for (int held = 0; held < holdsEach; ) {
                if (orders.hold(orderId, new Order.Hold(xid, PAYMENT), ALICE, TOTAL)) {
                    held++;
                    assertThat(orders.release(orderId, xid)).isTrue();
                }
            }
        };

        assertThat(testbed.together(Collections.nCopies(paymentsAtOnce, payments)))
                .allMatch(end -> end.isEmpty());

        List<StatusChange> history = orders.history(orderId);
        assertThat(history).hasSize(1 + 2 * paymentsAtOnce * holdsEach);
        IntStream.range(1, history.size())
                .forEach(i -> assertThat(history.get(i).fromStatus())
                        .isEqualTo(history.get(i - 1).toStatus()));
        assertThat(testbed.jdbc()
                        .sql("SELECT max(seq) = count(*) AND max(seq) = max(history_length) FROM order_history"
                                + " JOIN orders ON id = order_id WHERE order_id = :id")
                        .param("id", orderId)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void databaseRefusesAHistoryThatNoTransitionWrites() {
        String orderId = orderIn(OrderStatus.PENDING_PAYMENT);
        for (OrderStatus from : OrderStatus.values()) {
            for (OrderStatus to : OrderStatus.values()) {
                for (Actor actor : Actor.values()) {
                    String change = from + " > " + to + " by " + actor;
                    if (LEGAL.contains(change)) {
                        assertThat(record(orderId, from, to, actor)).as(change).isEqualTo(1);
                        forget(orderId);
                    } else {
                        assertThatThrownBy(() -> record(orderId, from, to, actor))
                                .as(change)
                                .isInstanceOf(DataIntegrityViolationException.class);
                    }
                }
            }
        }
    }

    // ---- steps -----------------------------------------------------------------------------------------------------

    private boolean attempt(Transition transition, String orderId) {
        return switch (transition) {
            case PLACE -> throw new IllegalArgumentException("An order is placed once");
            case HOLD -> orders.hold(orderId, new Order.Hold(XID, PAYMENT), ALICE, TOTAL);
            case CONFIRM -> orders.confirm(orderId, XID);
            case RELEASE -> orders.release(orderId, XID);
            case CANCEL -> orders.cancel(orderId);
            case EXPIRE -> orders.expire(orderId);
            case SHIP -> orders.ship(orderId, "SF Express", "SF-1", STAFF);
            case COMPLETE -> orders.complete(orderId, STAFF);
            case REFUND_PAID, REFUND_SHIPPED, REFUND_COMPLETED ->
                orders.holdForRefund(
                        orderId,
                        PAYMENT,
                        new Order.Refund(REFUND, REFUND_XID, Objects.requireNonNull(transition.from())));
            case CONFIRM_REFUND -> orders.confirmRefund(orderId, REFUND_XID);
            case KEEP_PAID, KEEP_SHIPPED, KEEP_COMPLETED -> orders.keep(orderId, REFUND_XID, transition.to());
        };
    }

    /** What a refunding order has to have been for the transition to apply; any of the three where that does not matter. */
    private static OrderStatus whatItWas(Transition transition) {
        return switch (transition) {
            case KEEP_SHIPPED, KEEP_COMPLETED -> transition.to();
            default -> OrderStatus.PAID;
        };
    }

    private String orderRefundedFrom(OrderStatus status) {
        String orderId = orderIn(status);
        assertThat(attempt(Transition.refundOf(status), orderId)).isTrue();
        return orderId;
    }

    private String orderIn(OrderStatus status) {
        OrderDraft draft = Examples.draft(ALICE);
        assertThat(orders.add(draft, PurchaseLimits.NONE, new PaymentWindow(Duration.ofMinutes(30))))
                .isTrue();
        List<Transition> path =
                switch (status) {
                    case PENDING_PAYMENT -> List.of();
                    case PAYING -> List.of(Transition.HOLD);
                    case PAID -> List.of(Transition.HOLD, Transition.CONFIRM);
                    case SHIPPED -> List.of(Transition.HOLD, Transition.CONFIRM, Transition.SHIP);
                    case COMPLETED ->
                        List.of(Transition.HOLD, Transition.CONFIRM, Transition.SHIP, Transition.COMPLETE);
                    case REFUNDING -> List.of(Transition.HOLD, Transition.CONFIRM, Transition.REFUND_PAID);
                    case REFUNDED ->
                        List.of(Transition.HOLD, Transition.CONFIRM, Transition.REFUND_PAID, Transition.CONFIRM_REFUND);
                    case CANCELLED -> List.of(Transition.CANCEL);
                };
        path.forEach(transition -> assertThat(attempt(transition, draft.id())).isTrue());
        return draft.id();
    }

    private OrderStatus statusOf(String orderId) {
        return orders.find(orderId).orElseThrow().status();
    }

    private static String idOf(Actor actor) {
        return switch (actor) {
            case PAYMENT -> PAYMENT;
            case REFUND -> REFUND;
            case STAFF -> STAFF;
            case CUSTOMER, TIMER -> null;
        };
    }

    private static String close(String orderId) {
        testbed.jdbc()
                .sql("UPDATE orders SET pay_by = now() WHERE id = :id")
                .param("id", orderId)
                .update();
        return orderId;
    }

    private static int record(String orderId, OrderStatus from, OrderStatus to, Actor actor) {
        return testbed.jdbc()
                .sql("INSERT INTO order_history (order_id, seq, from_status, to_status, actor, actor_id)"
                        + " VALUES (:id, 2, :from, :to, :actor, :actorId)")
                .param("id", orderId)
                .param("from", from.name())
                .param("to", to.name())
                .param("actor", actor.name())
                .param("actorId", idOf(actor))
                .update();
    }

    private static void forget(String orderId) {
        testbed.jdbc()
                .sql("DELETE FROM order_history WHERE order_id = :id AND seq = 2")
                .param("id", orderId)
                .update();
    }
}
