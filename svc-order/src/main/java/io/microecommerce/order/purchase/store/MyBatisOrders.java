package io.microecommerce.order.purchase.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.microecommerce.api.customer.PostalAddress;
import io.microecommerce.api.money.Money;
import io.microecommerce.api.order.OrderFilter;
import io.microecommerce.api.order.OrderStatus;
import io.microecommerce.order.paging.Cursor;
import io.microecommerce.order.paging.Moments;
import io.microecommerce.order.purchase.HeldOrder;
import io.microecommerce.order.purchase.Order;
import io.microecommerce.order.purchase.OrderDraft;
import io.microecommerce.order.purchase.OrderLine;
import io.microecommerce.order.purchase.Orders;
import io.microecommerce.order.purchase.PaymentWindow;
import io.microecommerce.order.purchase.PurchaseLimits;
import io.microecommerce.order.purchase.StatusChange;
import io.microecommerce.order.purchase.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Orders in PostgreSQL. */
@Repository
class MyBatisOrders implements Orders {

    private final OrderMapper orders;
    private final TransitionMapper transitions;

    MyBatisOrders(OrderMapper orders, TransitionMapper transitions) {
        this.orders = orders;
        this.transitions = transitions;
    }

    @Override
    @Transactional
    public boolean add(OrderDraft draft, PurchaseLimits limits, PaymentWindow window) {
        if (!limits.isEmpty() && !reserveRoom(draft, limits)) {
            return false;
        }
        Money total = draft.total();
        boolean added = transitions.place(
                        Transition.PLACE,
                        draft,
                        OrderRows.toJson(draft.shippingAddress()),
                        total.minor(),
                        total.currency(),
                        window.length().toMillis())
                == 1;
        if (added) {
            orders.insertLines(draft.lines().stream()
                    .map(line -> OrderRows.toRow(draft.id(), line))
                    .toList());
        }
        return added;
    }

    /**
     * Counted from the orders themselves, so that it is true of a limit that came later than they. What is counted stays true
     * until the commit: no other order of this customer with a limit is placed meanwhile.
     *
     * @return false when the key has placed this very order meanwhile, whose pieces are no reason to refuse it
     */
    private boolean reserveRoom(OrderDraft draft, PurchaseLimits limits) {
        orders.lockOrdersOf(draft.customerId());
        if (orders.byKey(draft.customerId(), draft.placedBy().idempotencyKey()) != null) {
            return false;
        }
        Map<String, Long> standing =
                orders
                        .standingPieces(
                                draft.customerId(),
                                List.copyOf(limits.mostPieces().keySet()))
                        .stream()
                        .collect(toMap(SkuPieces::skuId, SkuPieces::pieces));
        limits.requireRoomFor(draft.lines(), standing);
        return true;
    }

    @Override
    public Optional<Order> find(String orderId) {
        return one(orders.byId(orderId));
    }

    @Override
    public Optional<Order> findByKey(String customerId, String idempotencyKey) {
        return one(orders.byKey(customerId, idempotencyKey));
    }

    @Override
    public List<StatusChange> history(String orderId) {
        return orders.history(orderId);
    }

    @Override
    public List<Order> newest(@Nullable String customerId, OrderFilter filter, @Nullable Cursor after, int limit) {
        return withLines(orders.newest(
                customerId,
                filter.status() == null ? null : filter.status().name(),
                filter.from() == null ? null : Moments.storable(filter.from()),
                filter.to() == null ? null : Moments.storable(filter.to()),
                after,
                limit));
    }

    @Override
    public boolean hold(String orderId, Order.Hold hold, String customerId, Money total) {
        return transitions.hold(Transition.HOLD, orderId, hold, customerId, total.minor(), total.currency()) == 1;
    }

    @Override
    public boolean confirm(String orderId, String xid) {
        return transitions.confirm(Transition.CONFIRM, orderId, xid) == 1;
    }

    @Override
    public boolean release(String orderId, String xid) {
        return transitions.release(Transition.RELEASE, orderId, xid) == 1;
    }

    @Override
    public boolean cancel(String orderId) {
        return transitions.cancel(Transition.CANCEL, orderId) == 1;
    }

    @Override
    public boolean expire(String orderId) {
        return transitions.expire(Transition.EXPIRE, orderId) == 1;
    }

    @Override
    public List<String> expireAll(int limit) {
        return transitions.expireAll(Transition.EXPIRE, limit);
    }

    @Override
    public boolean ship(String orderId, String carrier, String trackingNumber, String staffId) {
        return transitions.ship(Transition.SHIP, orderId, carrier, trackingNumber, staffId) == 1;
    }

    @Override
    public boolean complete(String orderId, String staffId) {
        return transitions.complete(Transition.COMPLETE, orderId, staffId) == 1;
    }

    @Override
    public boolean holdForRefund(String orderId, String paymentId, Order.Refund refund) {
        return transitions.holdForRefund(Transition.refundOf(refund.from()), orderId, paymentId, refund) == 1;
    }

    @Override
    public boolean confirmRefund(String orderId, String refundXid) {
        return transitions.confirmRefund(Transition.CONFIRM_REFUND, orderId, refundXid) == 1;
    }

    @Override
    public boolean keep(String orderId, String refundXid, OrderStatus from) {
        return transitions.keep(Transition.keep(from), orderId, refundXid) == 1;
    }

    @Override
    public boolean redirect(String orderId, String customerId, PostalAddress address) {
        return orders.redirect(orderId, customerId, OrderRows.toJson(address)) == 1;
    }

    @Override
    public boolean forget(String customerId) {
        return orders.forget(customerId) == 0;
    }

    @Override
    public int forgetKeys(Duration keptFor, int limit) {
        return orders.forgetKeys(keptFor.toMillis(), limit);
    }

    @Override
    public Instant now() {
        return orders.now();
    }

    private Optional<Order> one(@Nullable OrderRow row) {
        return row == null
                ? Optional.empty()
                : Optional.of(withLines(List.of(row)).get(0));
    }

    private List<Order> withLines(List<OrderRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<String> orderIds = rows.stream().map(OrderRow::id).toList();
        Map<String, List<OrderLine>> lines = orders.lines(orderIds).stream()
                .collect(groupingBy(OrderLineRow::orderId, mapping(OrderRows::toLine, toList())));
        return rows.stream()
                .map(row -> OrderRows.toOrder(row, lines.getOrDefault(row.id(), List.of())))
                .toList();
    }

    @Override
    public List<HeldOrder> under(Collection<String> xids) {
        return orders.under(xids);
    }

    @Override
    public List<String> xidsPayingFor(Duration atLeast, int limit) {
        return orders.xidsPayingFor(atLeast.toMillis(), limit);
    }

    @Override
    public List<HeldOrder> underRefunds(Collection<String> refundXids) {
        return orders.underRefunds(refundXids);
    }

    @Override
    public List<String> xidsRefundingFor(Duration atLeast, int limit) {
        return orders.xidsRefundingFor(atLeast.toMillis(), limit);
    }
}
