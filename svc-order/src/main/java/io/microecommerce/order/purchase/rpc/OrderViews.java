package io.microecommerce.order.purchase.rpc;

import io.microecommerce.api.order.OrderView;
import io.microecommerce.api.order.PayableOrderView;
import io.microecommerce.api.product.ReserveStockCommand;
import io.microecommerce.order.purchase.Order;
import io.microecommerce.order.purchase.OrderLine;

/** Orders as the contracts show them. */
final class OrderViews {

    private OrderViews() {}

    static OrderView view(Order order) {
        return new OrderView(
                order.id(),
                order.status(),
                order.total(),
                order.lines().stream().map(OrderViews::line).toList(),
                order.createdAt(),
                order.payBy(),
                order.paidAt(),
                order.cancelledAt());
    }

    static PayableOrderView payable(Order order) {
        return new PayableOrderView(
                order.id(),
                order.customerId(),
                order.status(),
                order.total(),
                order.lines().stream()
                        .map(line -> new ReserveStockCommand.Line(line.skuId(), line.quantity()))
                        .toList(),
                order.payBy());
    }

    private static OrderView.Line line(OrderLine line) {
        return new OrderView.Line(
                line.skuId(), line.productId(), line.title(), line.attributes(), line.price(), line.quantity());
    }
}
