package io.microecommerce.order.purchase.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.microecommerce.api.money.Money;
import io.microecommerce.api.product.AttributeView;
import io.microecommerce.order.paging.Cursor;
import io.microecommerce.order.purchase.Order;
import io.microecommerce.order.purchase.OrderDraft;
import io.microecommerce.order.purchase.OrderLine;
import io.microecommerce.order.purchase.Orders;
import io.microecommerce.order.purchase.PaymentWindow;
import io.microecommerce.order.purchase.RequestKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Orders in PostgreSQL. */
@Repository
class MyBatisOrders implements Orders {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<AttributeView>> ATTRIBUTES = new TypeReference<>() {};

    private final OrderMapper orders;

    MyBatisOrders(OrderMapper orders) {
        this.orders = orders;
    }

    @Override
    @Transactional
    public boolean add(OrderDraft draft, PaymentWindow window) {
        Money total = draft.total();
        boolean added = orders.insert(
                        draft, total.minor(), total.currency(), window.length().toMillis())
                == 1;
        if (added) {
            orders.insertLines(
                    draft.lines().stream().map(line -> toRow(draft.id(), line)).toList());
        }
        return added;
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
    public List<Order> newest(String customerId, @Nullable Cursor after, int limit) {
        return withLines(
                after == null
                        ? orders.newest(customerId, limit)
                        : orders.olderThan(customerId, after.createdAt(), after.id(), limit));
    }

    @Override
    public boolean hold(String orderId, Order.Hold hold, String customerId, Money total) {
        return orders.hold(orderId, hold, customerId, total.minor(), total.currency()) == 1;
    }

    @Override
    public boolean confirm(String orderId, String xid) {
        return orders.confirm(orderId, xid) == 1;
    }

    @Override
    public boolean release(String orderId, String xid) {
        return orders.release(orderId, xid) == 1;
    }

    @Override
    public boolean cancel(String orderId) {
        return orders.cancel(orderId) == 1;
    }

    @Override
    public boolean expire(String orderId) {
        return orders.expire(orderId) == 1;
    }

    @Override
    public List<String> expireAll(int limit) {
        return orders.expireAll(limit);
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
                .collect(groupingBy(OrderLineRow::orderId, mapping(MyBatisOrders::toLine, toList())));
        return rows.stream()
                .map(row -> toOrder(row, lines.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static Order toOrder(OrderRow row, List<OrderLine> lines) {
        RequestKey placedBy = new RequestKey(row.idempotencyKey(), row.requestHash());
        return Order.stored(
                new OrderDraft(row.id(), row.customerId(), placedBy, lines),
                row.createdAt(),
                row.payBy(),
                row.status(),
                row.xid() == null || row.paymentId() == null ? null : new Order.Hold(row.xid(), row.paymentId()),
                row.paidAt(),
                row.cancelledAt(),
                row.cancelReason());
    }

    private static OrderLineRow toRow(String orderId, OrderLine line) {
        return new OrderLineRow(
                orderId,
                line.skuId(),
                line.productId(),
                line.title(),
                JSON.writeValueAsString(line.attributes()),
                line.price().minor(),
                line.price().currency(),
                line.quantity());
    }

    private static OrderLine toLine(OrderLineRow row) {
        return new OrderLine(
                row.skuId(),
                row.productId(),
                row.title(),
                JSON.readValue(row.attributes(), ATTRIBUTES),
                new Money(row.currency(), row.unitPriceMinor()),
                row.quantity());
    }
}
