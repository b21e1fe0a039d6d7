package io.microecommerce.order.purchase;

import static io.microecommerce.order.purchase.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.order.OrderFacade;
import io.microecommerce.api.order.OrderFilter;
import io.microecommerce.api.order.OrderPage;
import io.microecommerce.api.order.OrderStatus;
import io.microecommerce.api.order.OrderView;
import io.microecommerce.api.order.StaffOrderFacade;
import io.microecommerce.order.OrderService;
import io.microecommerce.service.tcc.ParticipantTestbed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The customers' and the staff's lists, at their facades and on the real database. */
class OrderListsTest {

    @RegisterExtension
    static final ParticipantTestbed testbed = OrderService.testbed();

    private final String customer = UUID.randomUUID().toString();
    private final String other = UUID.randomUUID().toString();
    private OrderFacade orders;
    private StaffOrderFacade staff;
    private PlacedOrders placed;

    @BeforeEach
    void facades() {
        orders = testbed.bean(OrderFacade.class);
        staff = testbed.bean(StaffOrderFacade.class);
        placed = new PlacedOrders(testbed);
    }

    @ParameterizedTest
    @EnumSource(OrderStatus.class)
    void showsOrdersOfOneStatus(OrderStatus status) {
        List<String> ofEach = List.of(
                placed.pending(customer),
                placed.paying(customer),
                placed.paid(customer),
                placed.shipped(customer),
                placed.completed(customer),
                placed.refunding(customer),
                placed.refunded(customer),
                placed.cancelled(customer));
        OrderFilter filter = new OrderFilter(status, null, null);

        assertThat(idsOf(orders.orders(customer, filter, null, 10))).containsExactly(ofEach.get(status.ordinal()));
        assertThat(idsOf(staff.orders(customer, filter, null, 10))).containsExactly(ofEach.get(status.ordinal()));
        assertThat(idsOf(orders.orders(customer, OrderFilter.ALL, null, 10)))
                .containsExactlyInAnyOrderElementsOf(ofEach);
    }

    @Test
    void showsOrdersOfATimeItsBeginIncludedItsEndNot() {
        List<Instant> times = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (int day = 1; day <= 4; day++) {
            Instant at = Instant.parse("2026-03-0" + day + "T10:00:00.123456Z");
            times.add(at);
            ids.add(placedAt(placed.pending(customer), at));
        }

        assertThat(idsOf(within(times.get(1), times.get(3)))).containsExactly(ids.get(2), ids.get(1));
        assertThat(idsOf(within(times.get(2), null))).containsExactly(ids.get(3), ids.get(2));
        assertThat(idsOf(within(null, times.get(1)))).containsExactly(ids.get(0));
        assertThat(idsOf(within(times.get(1), times.get(1)))).isEmpty();
        // Finer than the database's microseconds.
        assertThat(idsOf(within(times.get(1).plusNanos(1), times.get(2).plusNanos(1))))
                .containsExactly(ids.get(2));
        assertThat(idsOf(within(Instant.MIN, Instant.MAX))).hasSize(4);
        assertThat(idsOf(within(Instant.MAX, null))).isEmpty();
        assertThat(idsOf(within(null, Instant.MIN))).isEmpty();
    }

    @Test
    void pagesThroughAFilteredListThoughOthersStandBetween() {
        List<String> paid = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            paid.add(0, placed.paid(customer));
            placed.pending(customer);
            placed.paid(other);
        }
        OrderFilter filter = new OrderFilter(OrderStatus.PAID, null, null);

        assertThat(allPages(cursor -> orders.orders(customer, filter, cursor, 2)))
                .containsExactlyElementsOf(paid);
        assertThat(allPages(cursor -> staff.orders(customer, filter, cursor, 2)))
                .containsExactlyElementsOf(paid);
    }

    @Test
    void aCursorIsAPlaceInTimeWhateverTheFilter() {
        List<String> placedOrders = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            placedOrders.add(placed.paid(customer));
            placedOrders.add(placed.pending(customer));
        }
        String afterTheNewestTwo =
                orders.orders(customer, OrderFilter.ALL, null, 2).next();

        assertThat(idsOf(orders.orders(customer, new OrderFilter(OrderStatus.PAID, null, null), afterTheNewestTwo, 10)))
                .containsExactly(placedOrders.get(2), placedOrders.get(0));
        assertThat(idsOf(orders.orders(other, OrderFilter.ALL, afterTheNewestTwo, 10)))
                .isEmpty();
    }

    @Test
    void showsTheStaffEverybodysOrders() {
        Instant before = Instant.now().minusSeconds(60);
        String first = placed.pending(customer);
        String second = placed.paid(other);
        String third = placed.pending(customer);

        List<String> all = allPages(cursor -> staff.orders(null, new OrderFilter(null, before, null), cursor, 100));

        assertThat(all).containsSubsequence(third, second, first);
        assertThat(allPages(cursor -> staff.orders(null, new OrderFilter(OrderStatus.PAID, before, null), cursor, 100)))
                .contains(second)
                .doesNotContain(first, third);
        assertThat(idsOf(staff.orders(customer, OrderFilter.ALL, null, 100))).containsExactly(third, first);
        assertThat(staff.order(second).customerId()).isEqualTo(other);
        assertThat(staff.order(second).history()).hasSize(3);
        assertRefused(ErrorCode.ORDER_NOT_FOUND, () -> staff.order("no-such-order"));
    }

    @Test
    void showsACustomerTheOwnOrdersOnly() {
        String orderId = placed.pending(customer);

        assertThat(orders.orders(other, OrderFilter.ALL, null, 10).items()).isEmpty();
        assertRefused(ErrorCode.ORDER_NOT_FOUND, () -> orders.order(other, orderId));
        assertRefused(ErrorCode.INVALID_FIELD, () -> orders.orders("", OrderFilter.ALL, null, 10));
        assertRefused(ErrorCode.INVALID_FIELD, () -> staff.orders("", OrderFilter.ALL, null, 10));
        assertRefused(ErrorCode.INVALID_FIELD, () -> staff.orders(null, OrderFilter.ALL, null, 101));
        assertRefused(ErrorCode.INVALID_FIELD, () -> staff.orders(null, OrderFilter.ALL, "tampered", 10));
    }

    @Test
    void tellsTheHistoryOfOneOrderAndNotOfAList() {
        String orderId = placed.cancelled(customer);

        OrderView order = orders.order(customer, orderId);

        assertThat(order.cancelReason()).isEqualTo("BY_CUSTOMER");
        assertThat(order.customerId()).isEqualTo(customer);
        assertThat(order.shippingAddress()).isEqualTo(Examples.shanghai());
        assertThat(order.history())
                .containsExactly(
                        new OrderView.Transition(null, OrderStatus.PENDING_PAYMENT, "CUSTOMER", order.createdAt()),
                        new OrderView.Transition(
                                OrderStatus.PENDING_PAYMENT, OrderStatus.CANCELLED, "CUSTOMER", order.cancelledAt()));
        assertThat(orders.orders(customer, OrderFilter.ALL, null, 1).items())
                .singleElement()
                .satisfies(listed -> {
                    assertThat(listed.history()).isEmpty();
                    assertThat(listed.shippingAddress()).isEqualTo(Examples.shanghai());
                });
    }

    private OrderPage within(Instant from, Instant to) {
        return orders.orders(customer, new OrderFilter(null, from, to), null, 10);
    }

    private static List<String> allPages(Function<String, OrderPage> page) {
        List<String> ids = new ArrayList<>();
        String cursor = null;
        do {
            OrderPage next = page.apply(cursor);
            ids.addAll(idsOf(next));
            cursor = next.next();
        } while (cursor != null);
        return ids;
    }

    private static List<String> idsOf(OrderPage page) {
        return page.items().stream().map(OrderView::id).toList();
    }

    private static String placedAt(String orderId, Instant at) {
        testbed.jdbc()
                .sql("UPDATE orders SET created_at = CAST(:at AS timestamptz) WHERE id = :id")
                .param("at", at.toString())
                .param("id", orderId)
                .update();
        return orderId;
    }
}
