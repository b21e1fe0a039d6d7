package io.microecommerce.order.purchase.rpc;

import io.microecommerce.api.Limits;
import io.microecommerce.api.order.OrderFacade;
import io.microecommerce.api.order.OrderFromCartCommand;
import io.microecommerce.api.order.OrderFromProductCommand;
import io.microecommerce.api.order.OrderPage;
import io.microecommerce.api.order.OrderView;
import io.microecommerce.order.paging.Page;
import io.microecommerce.order.purchase.CancelOrder;
import io.microecommerce.order.purchase.PlaceOrder;
import io.microecommerce.order.purchase.ReadOrders;
import org.apache.dubbo.config.annotation.DubboService;
import org.jspecify.annotations.Nullable;

/** The customer's side of orders. */
@DubboService
class DubboOrderFacade implements OrderFacade {

    private final PlaceOrder place;
    private final CancelOrder cancel;
    private final ReadOrders read;

    DubboOrderFacade(PlaceOrder place, CancelOrder cancel, ReadOrders read) {
        this.place = place;
        this.cancel = cancel;
        this.read = read;
    }

    @Override
    public OrderView createFromCart(OrderFromCartCommand command) {
        return OrderViews.view(place.fromCart(command));
    }

    @Override
    public OrderView createFromProduct(OrderFromProductCommand command) {
        return OrderViews.view(place.fromProduct(command));
    }

    @Override
    public OrderView order(String customerId, String orderId) {
        return OrderViews.view(read.order(customerId, Limits.requireId("order_id", orderId)));
    }

    @Override
    public OrderPage orders(String customerId, @Nullable String cursor, int size) {
        Page<OrderView> page = read.orders(customerId, cursor, size).map(OrderViews::view);
        return new OrderPage(page.items(), page.next());
    }

    @Override
    public OrderView cancel(String customerId, String orderId) {
        return OrderViews.view(cancel.cancel(customerId, Limits.requireId("order_id", orderId)));
    }
}
