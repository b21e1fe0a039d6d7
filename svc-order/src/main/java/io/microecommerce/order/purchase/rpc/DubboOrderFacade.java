package io.microecommerce.order.purchase.rpc;

import io.microecommerce.api.Limits;
import io.microecommerce.api.order.DeliveryChoice;
import io.microecommerce.api.order.OrderFacade;
import io.microecommerce.api.order.OrderFilter;
import io.microecommerce.api.order.OrderFromCartCommand;
import io.microecommerce.api.order.OrderFromProductCommand;
import io.microecommerce.api.order.OrderPage;
import io.microecommerce.api.order.OrderView;
import io.microecommerce.order.purchase.CancelOrder;
import io.microecommerce.order.purchase.ForgetCustomer;
import io.microecommerce.order.purchase.Order;
import io.microecommerce.order.purchase.PlaceOrder;
import io.microecommerce.order.purchase.ReadOrders;
import io.microecommerce.order.purchase.RedirectOrder;
import org.apache.dubbo.config.annotation.DubboService;
import org.jspecify.annotations.Nullable;

/** The customer's side of orders. */
@DubboService
class DubboOrderFacade implements OrderFacade {

    private final PlaceOrder place;
    private final CancelOrder cancel;
    private final RedirectOrder redirect;
    private final ForgetCustomer forget;
    private final ReadOrders read;

    DubboOrderFacade(
            PlaceOrder place, CancelOrder cancel, RedirectOrder redirect, ForgetCustomer forget, ReadOrders read) {
        this.place = place;
        this.cancel = cancel;
        this.redirect = redirect;
        this.forget = forget;
        this.read = read;
    }

    @Override
    public OrderView createFromCart(OrderFromCartCommand command) {
        return view(place.fromCart(command));
    }

    @Override
    public OrderView createFromProduct(OrderFromProductCommand command) {
        return view(place.fromProduct(command));
    }

    @Override
    public OrderView order(String customerId, String orderId) {
        return view(read.order(customerId, Limits.requireId("order_id", orderId)));
    }

    @Override
    public OrderPage orders(String customerId, OrderFilter filter, @Nullable String cursor, int size) {
        return OrderViews.page(read.orders(customerId, filter, cursor, size));
    }

    @Override
    public OrderView cancel(String customerId, String orderId) {
        return view(cancel.cancel(customerId, Limits.requireId("order_id", orderId)));
    }

    @Override
    public OrderView redirect(String customerId, String orderId, DeliveryChoice delivery) {
        return view(redirect.redirect(customerId, Limits.requireId("order_id", orderId), delivery));
    }

    @Override
    public void forgetCustomer(String customerId) {
        forget.forget(Limits.requireId("customer_id", customerId));
    }

    private OrderView view(Order order) {
        return OrderViews.view(order, read.history(order));
    }
}
