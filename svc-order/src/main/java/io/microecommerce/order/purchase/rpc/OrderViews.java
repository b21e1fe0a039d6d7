package io.microecommerce.order.purchase.rpc;

import io.microecommerce.api.order.OrderPage;
import io.microecommerce.api.order.OrderStatus;
import io.microecommerce.api.order.OrderView;
import io.microecommerce.api.order.PayableOrderView;
import io.microecommerce.api.order.RefundableOrderView;
import io.microecommerce.api.product.ReserveStockCommand;
import io.microecommerce.order.paging.Page;
import io.microecommerce.order.purchase.CancelReason;
import io.microecommerce.order.purchase.Order;
import io.microecommerce.order.purchase.OrderLine;
import io.microecommerce.order.purchase.Shipment;
import io.microecommerce.order.purchase.StatusChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders as the contracts show them. */
final class OrderViews {

    private OrderViews() {}

    static OrderPage page(Page<Order> page) {
        Page<OrderView> views = page.map(order -> view(order, List.of()));
        return new OrderPage(views.items(), views.next());
    }

    static OrderView view(Order order, List<StatusChange> history) {
        return new OrderView(
                order.id(),
                order.customerId(),
                order.status(),
                order.total(),
                order.lines().stream().map(OrderViews::line).toList(),
                order.shippingAddress(),
                order.createdAt(),
                order.payBy(),
                order.paidAt(),
                shipment(order.shipment()),
                order.completedAt(),
                order.cancelledAt(),
                name(order.cancelReason()),
                history.stream().map(OrderViews::transition).toList());
    }

    /** A payment has nothing to do with what comes after PAID, and svc-payment may not know of it yet. */
    static PayableOrderView payable(Order order) {
        OrderStatus status =
                switch (order.status()) {
                    case PENDING_PAYMENT, PAYING, CANCELLED -> order.status();
                    case PAID, SHIPPED, COMPLETED, REFUNDING, REFUNDED -> OrderStatus.PAID;
                };
        return new PayableOrderView(
                order.id(),
                order.customerId(),
                status,
                order.total(),
                order.lines().stream()
                        .map(line -> new ReserveStockCommand.Line(line.skuId(), line.quantity()))
                        .toList(),
                order.payBy());
    }

    static RefundableOrderView refundable(Order order) {
        Order.Hold hold = order.hold();
        return new RefundableOrderView(
                order.id(), order.customerId(), order.status(), hold == null ? null : hold.paymentId());
    }

    private static OrderView.Line line(OrderLine line) {
        return new OrderView.Line(
                line.skuId(), line.productId(), line.title(), line.attributes(), line.price(), line.quantity());
    }

    private static OrderView.@Nullable Shipment shipment(@Nullable Shipment shipment) {
        return shipment == null
                ? null
                : new OrderView.Shipment(shipment.carrier(), shipment.trackingNumber(), shipment.shippedAt());
    }

    private static @Nullable String name(@Nullable CancelReason reason) {
        return reason == null ? null : reason.name();
    }

    private static OrderView.Transition transition(StatusChange change) {
        return new OrderView.Transition(
                change.fromStatus(), change.toStatus(), change.actor().name(), change.at());
    }
}
