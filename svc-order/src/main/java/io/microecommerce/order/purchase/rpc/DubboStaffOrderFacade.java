package io.microecommerce.order.purchase.rpc;

import io.microecommerce.api.Limits;
import io.microecommerce.api.order.OrderFilter;
import io.microecommerce.api.order.OrderPage;
import io.microecommerce.api.order.OrderView;
import io.microecommerce.api.order.ShipOrderCommand;
import io.microecommerce.api.order.StaffOrderFacade;
import io.microecommerce.order.purchase.CompleteOrder;
import io.microecommerce.order.purchase.Order;
import io.microecommerce.order.purchase.ReadOrders;
import io.microecommerce.order.purchase.ShipOrder;
import org.apache.dubbo.config.annotation.DubboService;
import org.jspecify.annotations.Nullable;

/** The staff's side of orders. */
@DubboService
class DubboStaffOrderFacade implements StaffOrderFacade {

    private final ShipOrder ship;
    private final CompleteOrder complete;
    private final ReadOrders read;

    DubboStaffOrderFacade(ShipOrder ship, CompleteOrder complete, ReadOrders read) {
        this.ship = ship;
        this.complete = complete;
        this.read = read;
    }

    @Override
    public OrderView order(String orderId) {
        return view(read.anybodysOrder(Limits.requireId("order_id", orderId)));
    }

    @Override
    public OrderPage orders(@Nullable String customerId, OrderFilter filter, @Nullable String cursor, int size) {
        return OrderViews.page(read.anybodysOrders(customerId, filter, cursor, size));
    }

    @Override
    public OrderView ship(ShipOrderCommand command) {
        Limits.requireId("staff_id", command.staffId());
        return view(ship.ship(command));
    }

    @Override
    public OrderView complete(String orderId, String staffId) {
        return view(complete.complete(Limits.requireId("order_id", orderId), Limits.requireId("staff_id", staffId)));
    }

    private OrderView view(Order order) {
        return OrderViews.view(order, read.history(order));
    }
}
