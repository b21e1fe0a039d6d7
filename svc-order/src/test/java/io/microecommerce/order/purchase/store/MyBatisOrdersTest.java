package io.microecommerce.order.purchase.store;

import static io.microecommerce.order.purchase.Examples.ALICE;
import static io.microecommerce.order.purchase.Examples.BOB;
import static io.microecommerce.order.purchase.Examples.TOTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microecommerce.api.money.Money;
import io.microecommerce.api.order.OrderFilter;
import io.microecommerce.api.order.OrderStatus;
import io.microecommerce.order.OrderService;
import io.microecommerce.order.paging.Cursor;
import io.microecommerce.order.purchase.CancelReason;
import io.microecommerce.order.purchase.Examples;
import io.microecommerce.order.purchase.Order;
import io.microecommerce.order.purchase.OrderDraft;
import io.microecommerce.order.purchase.Orders;
import io.microecommerce.order.purchase.PaymentWindow;
import io.microecommerce.order.purchase.PurchaseLimits;
import io.microecommerce.service.tcc.ParticipantTestbed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class MyBatisOrdersTest {

    private static final PaymentWindow WINDOW = new PaymentWindow(Duration.ofMinutes(30));

    @RegisterExtension
    static final ParticipantTestbed testbed = OrderService.testbed();

    private Orders orders;

    @BeforeEach
    void orders() {
        orders = testbed.bean(Orders.class);
    }

    @Test
    void givesBackWhatWasStored() {
        OrderDraft draft = Examples.draft(ALICE);
        assertThat(orders.add(draft, PurchaseLimits.NONE, new PaymentWindow(Duration.ofMillis(90_500))))
                .isTrue();

        Order order = orders.find(draft.id()).orElseThrow();

        assertThat(order.customerId()).isEqualTo(ALICE);
        assertThat(order.status()).isEqualTo(OrderStatus.PENDING_PAYMENT);
        assertThat(order.lines()).containsExactly(Examples.lamp(), Examples.tees());
        assertThat(order.total()).isEqualTo(TOTAL);
        assertThat(Duration.between(order.createdAt(), order.payBy())).isEqualTo(Duration.ofMillis(90_500));
        assertThat(Duration.between(order.createdAt(), orders.now())).isBetween(Duration.ZERO, Duration.ofSeconds(10));
        assertThat(order.hold()).isNull();
        assertThat(order.paidAt()).isNull();
        assertThat(order.shipment()).isNull();
        assertThat(order.completedAt()).isNull();
        assertThat(order.cancelledAt()).isNull();
        assertThat(order.shippingAddress()).isEqualTo(Examples.shanghai());
        assertThat(orders.findByKey(ALICE, draft.placedBy().idempotencyKey())).contains(order);
        assertThat(orders.findByKey(BOB, draft.placedBy().idempotencyKey())).isEmpty();
        assertThat(orders.find("no-such-order")).isEmpty();
    }

    @Test
    void storesOneOrderAKeyAndCustomer() {
        OrderDraft first = Examples.draft(ALICE);
        OrderDraft second = Examples.draft(ALICE, first.placedBy());
        assertThat(orders.add(first, PurchaseLimits.NONE, WINDOW)).isTrue();

        assertThat(orders.add(second, PurchaseLimits.NONE, WINDOW)).isFalse();
        assertThat(orders.find(second.id())).isEmpty();
        assertThat(orders.add(Examples.draft(BOB, first.placedBy()), PurchaseLimits.NONE, WINDOW))
                .isTrue();
    }

    @Test
    void storesOneOrderWhenTheSameKeyComesManyTimesAtOnce() {
        OrderDraft model = Examples.draft(ALICE);
        List<Boolean> added = Collections.synchronizedList(new ArrayList<>());
        Runnable add =
                () -> added.add(orders.add(Examples.draft(ALICE, model.placedBy()), PurchaseLimits.NONE, WINDOW));

        assertThat(testbed.together(Collections.nCopies(12, add))).allMatch(end -> end.isEmpty());

        assertThat(added).hasSize(12).containsOnlyOnce(true);
        Order stored =
                orders.findByKey(ALICE, model.placedBy().idempotencyKey()).orElseThrow();
        assertThat(stored.lines()).hasSize(2);
    }

    @Test
    void pagesFromTheNewestToTheOldestThoughMoreOrdersCome() {
        String customer = UUID.randomUUID().toString();
        List<String> placed = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            placed.add(0, place(customer));
        }

        List<Order> first = orders.newest(customer, OrderFilter.ALL, null, 2);
        place(customer);
        List<Order> second = orders.newest(customer, OrderFilter.ALL, cursorOf(first.get(1)), 2);
        List<Order> third = orders.newest(customer, OrderFilter.ALL, cursorOf(second.get(1)), 2);

        List<Order> all = new ArrayList<>(first);
        all.addAll(second);
        all.addAll(third);
        assertThat(all).extracting(Order::id).containsExactlyElementsOf(placed);
        assertThat(all).allSatisfy(order -> assertThat(order.lines()).hasSize(2));
    }

    @Test
    void pagesThroughOrdersOfTheSameMicrosecond() {
        String customer = UUID.randomUUID().toString();
        for (int i = 0; i < 3; i++) {
            place(customer);
        }
        testbed.jdbc()
                .sql(
                        "UPDATE orders SET created_at = TIMESTAMPTZ '2026-03-01 10:00:00.123456Z' WHERE customer_id = :customer")
                .param("customer", customer)
                .update();

        List<Order> first = orders.newest(customer, OrderFilter.ALL, null, 2);
        List<Order> second = orders.newest(customer, OrderFilter.ALL, cursorOf(first.get(1)), 2);

        assertThat(second).hasSize(1).doesNotContainAnyElementsOf(first);
    }

    @Test
    void cancelsOnlyWhatAwaitsPayment() {
        String pending = place(ALICE);
        assertThat(orders.cancel(pending)).isTrue();
        assertThat(orders.cancel(pending)).isFalse();
        assertThat(orders.find(pending).orElseThrow().cancelReason()).isEqualTo(CancelReason.BY_CUSTOMER);

        String held = place(ALICE);
        assertThat(orders.hold(held, new Order.Hold("xid-1", "payment-1"), ALICE, TOTAL))
                .isTrue();
        assertThat(orders.cancel(held)).isFalse();
        assertThat(orders.confirm(held, "xid-1")).isTrue();
        assertThat(orders.cancel(held)).isFalse();
    }

    @Test
    void expiresOnlyWhatAwaitsPaymentPastItsWindow() {
        String open = place(ALICE);
        String closed = close(place(ALICE));
        String held = place(ALICE);
        orders.hold(held, new Order.Hold("xid-1", "payment-1"), ALICE, TOTAL);
        close(held);

        assertThat(orders.expire(open)).isFalse();
        assertThat(orders.expire(held)).isFalse();
        assertThat(orders.expire(closed)).isTrue();
        Order expired = orders.find(closed).orElseThrow();
        assertThat(expired.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(expired.cancelReason()).isEqualTo(CancelReason.PAYMENT_WINDOW_CLOSED);
        assertThat(expired.cancelledAt()).isNotNull();

        assertThat(orders.release(held, "xid-1")).isTrue();
        assertThat(orders.expireAll(100)).contains(held).doesNotContain(open, closed);
    }

    @Test
    void expiresInBoundedBatchesAndPassesOverRowsThatAreLocked() {
        List<String> closed = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            closed.add(close(place(ALICE)));
        }
        TransactionTemplate somebody = new TransactionTemplate(testbed.bean(PlatformTransactionManager.class));

        somebody.executeWithoutResult(status -> {
            testbed.jdbc()
                    .sql("SELECT id FROM orders WHERE id = :id FOR UPDATE")
                    .param("id", closed.get(1))
                    .query()
                    .singleRow();
            testbed.together(List.of(() -> {
                        assertThat(orders.expireAll(1)).hasSize(1);
                        assertThat(orders.expireAll(100)).doesNotContain(closed.get(1));
                    }))
                    .forEach(end -> assertThat(end).isEmpty());
        });

        assertThat(orders.find(closed.get(0)).orElseThrow().status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(orders.find(closed.get(1)).orElseThrow().status()).isEqualTo(OrderStatus.PENDING_PAYMENT);
        assertThat(orders.find(closed.get(2)).orElseThrow().status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(orders.expireAll(100)).containsExactly(closed.get(1));
    }

    @Test
    void holdChecksCustomerAmountAndWindowInItsStatement() {
        Order.Hold hold = new Order.Hold("xid-1", "payment-1");
        String orderId = place(ALICE);

        assertThat(orders.hold(orderId, hold, BOB, TOTAL)).isFalse();
        assertThat(orders.hold(orderId, hold, ALICE, new Money("CNY", 1))).isFalse();
        assertThat(orders.hold(orderId, hold, ALICE, new Money("USD", TOTAL.minor())))
                .isFalse();
        assertThat(orders.hold(close(place(ALICE)), hold, ALICE, TOTAL)).isFalse();
        assertThat(orders.find(orderId).orElseThrow().status()).isEqualTo(OrderStatus.PENDING_PAYMENT);
        assertThat(orders.hold(orderId, hold, ALICE, TOTAL)).isTrue();
        assertThat(orders.hold(orderId, hold, ALICE, TOTAL)).isFalse();
    }

    @Test
    void databaseRefusesWhatNoTransitionMakes() {
        String orderId = place(ALICE);
        for (String change : List.of(
                "status = 'RETURNED'",
                "status = 'PAYING'",
                "status = 'SHIPPED'",
                "status = 'SHIPPED', xid = 'xid-1', payment_id = 'payment-1', paid_at = now(), shipped_at = now()",
                "status = 'SHIPPED', xid = 'xid-1', payment_id = 'payment-1', paid_at = now(), shipped_at = now(),"
                        + " carrier = 'SF Express', tracking_number = 'SF-1', shipping_address = NULL",
                "status = 'COMPLETED', xid = 'xid-1', payment_id = 'payment-1', paid_at = now(), shipped_at = now(),"
                        + " carrier = 'SF Express', tracking_number = 'SF-1'",
                "completed_at = now()",
                "shipped_at = now()",
                "shipping_address = '{\"city\": \"Shanghai\"}'",
                "shipping_address = '[]'",
                "idempotency_key = NULL",
                "history_length = 0",
                "status = 'PAID', paid_at = now()",
                "status = 'CANCELLED', cancelled_at = now()",
                "status = 'CANCELLED', cancelled_at = now(), cancel_reason = 'WHIM'",
                "paid_at = now()",
                "xid = 'xid-1', payment_id = 'payment-1'",
                "total_minor = 0")) {
            assertThatThrownBy(() -> testbed.jdbc()
                            .sql("UPDATE orders SET " + change + " WHERE id = :id")
                            .param("id", orderId)
                            .update())
                    .as(change)
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    private String place(String customerId) {
        OrderDraft draft = Examples.draft(customerId);
        assertThat(orders.add(draft, PurchaseLimits.NONE, WINDOW)).isTrue();
        return draft.id();
    }

    private static String close(String orderId) {
        testbed.jdbc()
                .sql("UPDATE orders SET pay_by = now() WHERE id = :id")
                .param("id", orderId)
                .update();
        return orderId;
    }

    private static Cursor cursorOf(Order order) {
        return new Cursor(order.createdAt(), order.id());
    }
}
