package io.microecommerce.order.purchase.store;

import io.microecommerce.api.customer.PostalAddress;
import io.microecommerce.api.money.Money;
import io.microecommerce.api.product.AttributeView;
import io.microecommerce.order.purchase.Order;
import io.microecommerce.order.purchase.OrderLine;
import io.microecommerce.order.purchase.Shipment;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Orders as rows, and back. */
final class OrderRows {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<AttributeView>> ATTRIBUTES = new TypeReference<>() {};

    private OrderRows() {}

    static Order toOrder(OrderRow row, List<OrderLine> lines) {
        return new Order(
                row.id(),
                row.customerId(),
                row.requestHash(),
                lines,
                toAddress(row.shippingAddress()),
                row.createdAt(),
                row.payBy(),
                row.status(),
                row.xid() == null || row.paymentId() == null ? null : new Order.Hold(row.xid(), row.paymentId()),
                row.paidAt(),
                toShipment(row),
                row.completedAt(),
                row.cancelledAt(),
                row.cancelReason(),
                toRefund(row));
    }

    static @Nullable String toJson(@Nullable PostalAddress address) {
        return address == null ? null : JSON.writeValueAsString(address);
    }

    private static @Nullable PostalAddress toAddress(@Nullable String json) {
        return json == null ? null : JSON.readValue(json, PostalAddress.class);
    }

    private static Order.@Nullable Refund toRefund(OrderRow row) {
        return row.refundId() == null || row.refundXid() == null || row.refundedFrom() == null
                ? null
                : new Order.Refund(row.refundId(), row.refundXid(), row.refundedFrom());
    }

    private static @Nullable Shipment toShipment(OrderRow row) {
        return row.carrier() == null || row.trackingNumber() == null || row.shippedAt() == null
                ? null
                : new Shipment(row.carrier(), row.trackingNumber(), row.shippedAt());
    }

    static OrderLineRow toRow(String orderId, OrderLine line) {
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

    static OrderLine toLine(OrderLineRow row) {
        return new OrderLine(
                row.skuId(),
                row.productId(),
                row.title(),
                JSON.readValue(row.attributes(), ATTRIBUTES),
                new Money(row.currency(), row.unitPriceMinor()),
                row.quantity());
    }
}
