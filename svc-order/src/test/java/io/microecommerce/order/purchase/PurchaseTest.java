package io.microecommerce.order.purchase;

import static io.microecommerce.order.purchase.Examples.ALICE;
import static io.microecommerce.order.purchase.Examples.BOB;
import static io.microecommerce.order.purchase.Examples.TOTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microecommerce.api.cart.CartLine;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.money.Money;
import io.microecommerce.api.order.DeliveryChoice;
import io.microecommerce.api.order.OrderFilter;
import io.microecommerce.api.order.OrderFromCartCommand;
import io.microecommerce.api.order.OrderFromProductCommand;
import io.microecommerce.api.order.OrderStatus;
import io.microecommerce.order.OrderService;
import io.microecommerce.order.paging.Page;
import io.microecommerce.service.tcc.ParticipantTestbed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Placing, cancelling, expiring and reading on the real database; the services beside this one stand in memory. */
class PurchaseTest {

    private static final Duration WINDOW = Neighbours.WINDOW;

    @RegisterExtension
    static final ParticipantTestbed testbed = OrderService.testbed();

    private final String customer = UUID.randomUUID().toString();
    private final Neighbours neighbours = new Neighbours();
    private final Neighbours.Carts carts = neighbours.carts;
    private final Neighbours.Catalog catalog = neighbours.catalog;
    private final Neighbours.Timers timers = neighbours.timers;
    private Orders orders;
    private PlaceOrder place;

    @BeforeEach
    void useCases() {
        orders = testbed.bean(Orders.class);
        place = neighbours.placeOrder(orders);
    }

    // ---- from the cart ---------------------------------------------------------------------------------------------

    @Test
    void ordersTheWholeCartAndEmptiesIt() {
        carts.put(customer, "tee-red-m", 2);
        carts.put(customer, "lamp-last-one", 1);

        Order order = place.fromCart(fromCart("key-1"));

        assertThat(order.status()).isEqualTo(OrderStatus.PENDING_PAYMENT);
        assertThat(order.lines()).containsExactlyInAnyOrder(Examples.tees(), Examples.lamp());
        assertThat(order.total()).isEqualTo(TOTAL);
        assertThat(carts.lines(customer)).isEmpty();
        assertThat(timers.set).containsExactly(Map.entry(order.id(), WINDOW));
    }

    @Test
    void ordersTheNamedLinesAndLeavesTheOthers() {
        carts.put(customer, "tee-red-m", 2);
        carts.put(customer, "lamp-last-one", 1);

        Order order = place.fromCart(fromCart("key-1", "lamp-last-one", "lamp-last-one"));

        assertThat(order.lines()).containsExactly(Examples.lamp());
        assertThat(carts.lines(customer)).containsExactly(new CartLine("tee-red-m", 2));
    }

    @Test
    void leavesInTheCartWhatIsNotForSaleAndRefusesItWhenNamed() {
        carts.put(customer, "tee-red-m", 2);
        carts.put(customer, "lamp-last-one", 1);
        carts.put(customer, "gone", 1);
        catalog.put(Examples.lamp(), false);

        assertRefused(ErrorCode.SKU_NOT_FOR_SALE, () -> place.fromCart(fromCart("key-1", "lamp-last-one")));
        assertRefused(ErrorCode.SKU_NOT_FOR_SALE, () -> place.fromCart(fromCart("key-2", "tee-red-m", "gone")));
        assertRefused(ErrorCode.CART_ITEM_NOT_FOUND, () -> place.fromCart(fromCart("key-3", "tee-blue-s")));
        assertThat(ordersOf(customer)).isEmpty();
        assertThat(carts.lines(customer)).hasSize(3);

        assertThat(place.fromCart(fromCart("key-4")).lines()).containsExactly(Examples.tees());
        assertThat(carts.lines(customer)).containsExactly(new CartLine("lamp-last-one", 1), new CartLine("gone", 1));
    }

    @Test
    void refusesAnEmptyCartAndOneWithNothingForSale() {
        assertRefused(ErrorCode.CART_EMPTY, () -> place.fromCart(fromCart("key-1")));

        carts.put(customer, "gone", 1);
        assertRefused(ErrorCode.CART_EMPTY, () -> place.fromCart(fromCart("key-1")));
    }

    @Test
    void givesTheSameOrderForTheSameKeyThoughTheCartHasChanged() {
        carts.put(customer, "tee-red-m", 2);
        Order first = place.fromCart(fromCart("key-1"));

        assertThat(place.fromCart(fromCart("key-1"))).isEqualTo(first);
        carts.put(customer, "lamp-last-one", 1);
        assertThat(place.fromCart(fromCart("key-1"))).isEqualTo(first);

        assertThat(carts.lines(customer)).hasSize(1);
        assertThat(timers.set).hasSize(1);
        assertRefused(ErrorCode.IDEMPOTENCY_KEY_REUSED, () -> place.fromCart(fromCart("key-1", "lamp-last-one")));
        assertRefused(
                ErrorCode.IDEMPOTENCY_KEY_REUSED,
                () -> place.fromProduct(
                        new OrderFromProductCommand(customer, "tee-red-m", 2, DeliveryChoice.PREFERRED, "key-1")));
    }

    @Test
    void givesOneOrderWhenTheSameKeyComesManyTimesAtOnce() {
        carts.put(customer, "tee-red-m", 2);
        List<String> placed = Collections.synchronizedList(new ArrayList<>());
        Runnable request = () -> placed.add(place.fromCart(fromCart("key-1")).id());

        assertThat(testbed.together(Collections.nCopies(100, request))).allMatch(end -> end.isEmpty());

        assertThat(placed).hasSize(100).containsOnly(placed.get(0));
        assertThat(ordersOf(customer)).hasSize(1);
        assertThat(carts.taken).isEqualTo(1);
        assertThat(timers.set).hasSize(1);
    }

    // ---- from a product --------------------------------------------------------------------------------------------

    @Test
    void ordersOneSkuPastTheCart() {
        carts.put(customer, "tee-red-m", 5);

        Order order = place.fromProduct(
                new OrderFromProductCommand(customer, "tee-red-m", 2, DeliveryChoice.PREFERRED, "key-1"));

        assertThat(order.lines()).containsExactly(Examples.tees());
        assertThat(order.total()).isEqualTo(new Money("CNY", 17_800));
        assertThat(carts.lines(customer)).containsExactly(new CartLine("tee-red-m", 5));
        assertThat(place.fromProduct(
                        new OrderFromProductCommand(customer, "tee-red-m", 2, DeliveryChoice.PREFERRED, "key-1")))
                .isEqualTo(order);
        assertRefused(
                ErrorCode.IDEMPOTENCY_KEY_REUSED,
                () -> place.fromProduct(
                        new OrderFromProductCommand(customer, "tee-red-m", 3, DeliveryChoice.PREFERRED, "key-1")));
    }

    @Test
    void refusesASkuThatIsGoneRetiredOrTooDear() {
        catalog.put(Examples.lamp(), false);
        catalog.put(new OrderLine("gold", "gold", "Gold", List.of(), new Money("CNY", Long.MAX_VALUE / 2), 1), true);

        assertRefused(
                ErrorCode.SKU_NOT_FOUND,
                () -> place.fromProduct(
                        new OrderFromProductCommand(customer, "gone", 1, DeliveryChoice.PREFERRED, "key-1")));
        assertRefused(
                ErrorCode.SKU_NOT_FOR_SALE,
                () -> place.fromProduct(
                        new OrderFromProductCommand(customer, "lamp-last-one", 1, DeliveryChoice.PREFERRED, "key-1")));
        assertRefused(
                ErrorCode.AMOUNT_TOO_LARGE,
                () -> place.fromProduct(
                        new OrderFromProductCommand(customer, "gold", 3, DeliveryChoice.PREFERRED, "key-1")));
        assertThat(ordersOf(customer)).isEmpty();
    }

    // ---- cancelling ------------------------------------------------------------------------------------------------

    @Test
    void cancelsOnceAndStaysCancelled() {
        CancelOrder cancel = new CancelOrder(orders);
        String orderId = placed();

        assertRefused(ErrorCode.ORDER_NOT_FOUND, () -> cancel.cancel(BOB, orderId));
        assertRefused(ErrorCode.ORDER_NOT_FOUND, () -> cancel.cancel(customer, "no-such-order"));
        Order cancelled = cancel.cancel(customer, orderId);
        Order again = cancel.cancel(customer, orderId);

        assertThat(cancelled.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(again.cancelledAt()).isEqualTo(cancelled.cancelledAt());
    }

    @Test
    void doesNotCancelWhatIsInPaymentOrPaid() {
        CancelOrder cancel = new CancelOrder(orders);
        String orderId = placed();
        orders.hold(orderId, new Order.Hold("xid-1", "payment-1"), customer, new Money("CNY", 17_800));

        assertRefused(ErrorCode.ORDER_IN_PAYMENT, () -> cancel.cancel(customer, orderId));
        orders.confirm(orderId, "xid-1");
        assertRefused(ErrorCode.ORDER_ALREADY_PAID, () -> cancel.cancel(customer, orderId));

        assertThat(orders.find(orderId).orElseThrow().status()).isEqualTo(OrderStatus.PAID);
    }

    // ---- expiring --------------------------------------------------------------------------------------------------

    @Test
    void cancelsTheOrderWhoseTimerRingsAndSetsAnewATimerThatRingsEarly() {
        ExpireUnpaidOrders expire = new ExpireUnpaidOrders(orders, timers);
        String orderId = placed();
        timers.set.clear();

        expire.timerRang(orderId);
        assertThat(orders.find(orderId).orElseThrow().status()).isEqualTo(OrderStatus.PENDING_PAYMENT);
        assertThat(timers.set).singleElement().satisfies(timer -> {
            assertThat(timer.getKey()).isEqualTo(orderId);
            assertThat(timer.getValue()).isBetween(WINDOW.minusMinutes(1), WINDOW);
        });

        close(orderId);
        expire.timerRang(orderId);
        expire.timerRang(orderId);
        expire.timerRang("no-such-order");
        assertThat(orders.find(orderId).orElseThrow().cancelReason()).isEqualTo(CancelReason.PAYMENT_WINDOW_CLOSED);
        assertThat(timers.set).hasSize(1);
    }

    @Test
    void leavesToTheSweepAnOrderThatAPaymentHeldWhenItsTimerRang() {
        ExpireUnpaidOrders expire = new ExpireUnpaidOrders(orders, timers);
        String orderId = placed();
        orders.hold(orderId, new Order.Hold("xid-1", "payment-1"), customer, new Money("CNY", 17_800));
        close(orderId);
        timers.set.clear();

        expire.timerRang(orderId);
        expire.sweep();
        assertThat(orders.find(orderId).orElseThrow().status()).isEqualTo(OrderStatus.PAYING);
        assertThat(timers.set).isEmpty();

        orders.release(orderId, "xid-1");
        assertThat(expire.sweep()).isPositive();
        assertThat(orders.find(orderId).orElseThrow().status()).isEqualTo(OrderStatus.CANCELLED);
    }

    // ---- reading ---------------------------------------------------------------------------------------------------

    @Test
    void showsTheOwnOrdersPageByPage() {
        ReadOrders read = new ReadOrders(orders);
        String first = placed();
        String second = placed();
        String third = placed();

        Page<Order> newest = read.orders(customer, OrderFilter.ALL, null, 2);
        Page<Order> rest = read.orders(customer, OrderFilter.ALL, newest.next(), 2);

        assertThat(newest.items()).extracting(Order::id).containsExactly(third, second);
        assertThat(rest.items()).extracting(Order::id).containsExactly(first);
        assertThat(rest.next()).isNull();
        assertThat(read.orders(ALICE + "x", OrderFilter.ALL, null, 2)).isEqualTo(new Page<>(List.of(), null));
        assertThat(read.order(customer, first).id()).isEqualTo(first);
        assertRefused(ErrorCode.ORDER_NOT_FOUND, () -> read.order(BOB, first));
        assertRefused(ErrorCode.INVALID_FIELD, () -> read.orders(customer, OrderFilter.ALL, "tampered", 2));
        assertRefused(ErrorCode.INVALID_FIELD, () -> read.orders(customer, OrderFilter.ALL, null, 0));
        assertRefused(ErrorCode.INVALID_FIELD, () -> read.orders(customer, OrderFilter.ALL, null, 101));
    }

    // ---- steps -----------------------------------------------------------------------------------------------------

    private OrderFromCartCommand fromCart(String key, String... skuIds) {
        return new OrderFromCartCommand(customer, List.of(skuIds), DeliveryChoice.PREFERRED, key);
    }

    private String placed() {
        return place.fromProduct(new OrderFromProductCommand(
                        customer,
                        "tee-red-m",
                        2,
                        DeliveryChoice.PREFERRED,
                        UUID.randomUUID().toString()))
                .id();
    }

    private List<Order> ordersOf(String customerId) {
        return orders.newest(customerId, OrderFilter.ALL, null, 100);
    }

    private static void close(String orderId) {
        testbed.jdbc()
                .sql("UPDATE orders SET pay_by = now() WHERE id = :id")
                .param("id", orderId)
                .update();
    }

    private static void assertRefused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
