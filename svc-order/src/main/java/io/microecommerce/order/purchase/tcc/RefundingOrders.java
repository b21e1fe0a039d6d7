package io.microecommerce.order.purchase.tcc;

import io.microecommerce.api.branch.HoldState;
import io.microecommerce.order.purchase.HeldOrder;
import io.microecommerce.order.purchase.Orders;
import io.microecommerce.service.tcc.BranchContext;
import io.microecommerce.service.tcc.Hold;
import io.microecommerce.service.tcc.Holds;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** The orders that refunds hold, for the auditor; settled by the participant's own Confirm and Cancel. */
@Component
class RefundingOrders implements Holds {

    private final Orders orders;
    private final RefundTccParticipant participant;

    RefundingOrders(Orders orders, RefundTccParticipant participant) {
        this.orders = orders;
        this.participant = participant;
    }

    @Override
    public String action() {
        return RefundTccParticipant.ACTION;
    }

    @Override
    public List<Hold> under(Collection<String> xids) {
        return orders.underRefunds(xids).stream().map(RefundingOrders::hold).toList();
    }

    @Override
    public List<String> heldFor(Duration atLeast, int limit) {
        return orders.xidsRefundingFor(atLeast, limit);
    }

    @Override
    public void confirm(Hold hold) {
        participant.confirm(BranchContext.of(hold, RefundTccParticipant.ORDER_ID, hold.orderId()));
    }

    @Override
    public void cancel(Hold hold) {
        participant.cancel(BranchContext.of(hold, RefundTccParticipant.ORDER_ID, hold.orderId()));
    }

    private static Hold hold(HeldOrder order) {
        HoldState state =
                switch (order.status()) {
                    case REFUNDING -> HoldState.HELD;
                    case REFUNDED -> HoldState.CONFIRMED;
                    case PENDING_PAYMENT, PAYING, PAID, SHIPPED, COMPLETED, CANCELLED -> HoldState.NONE;
                };
        String what = "order %s %s".formatted(order.orderId(), order.status());
        return new Hold(order.xid(), state, order.paymentId(), order.orderId(), what, order.since());
    }
}
