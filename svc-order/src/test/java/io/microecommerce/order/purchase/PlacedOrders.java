package io.microecommerce.order.purchase;

import static io.microecommerce.order.purchase.Examples.TOTAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.api.order.OrderStatus;
import io.microecommerce.service.tcc.ParticipantTestbed;

/** Orders in the database that a test begins with; each method gives the order's id. */
public final class PlacedOrders {

    private static final String XID = "xid-1";
    private static final String REFUND_XID = "xid-2";

    private final ParticipantTestbed testbed;
    private final Orders orders;

    public PlacedOrders(ParticipantTestbed testbed) {
        this.testbed = testbed;
        this.orders = testbed.bean(Orders.class);
    }

    public String pending(String customerId) {
        OrderDraft draft = Examples.draft(customerId);
        assertThat(orders.add(draft, PurchaseLimits.NONE, new PaymentWindow(Neighbours.WINDOW)))
                .isTrue();
        return draft.id();
    }

    public String paying(String customerId) {
        String orderId = pending(customerId);
        assertThat(orders.hold(orderId, new Order.Hold(XID, "payment-1"), customerId, TOTAL))
                .isTrue();
        return orderId;
    }

    public String paid(String customerId) {
        String orderId = paying(customerId);
        assertThat(orders.confirm(orderId, XID)).isTrue();
        return orderId;
    }

    public String shipped(String customerId) {
        String orderId = paid(customerId);
        assertThat(orders.ship(orderId, "SF Express", "SF-1", "staff-1")).isTrue();
        return orderId;
    }

    public String completed(String customerId) {
        String orderId = shipped(customerId);
        assertThat(orders.complete(orderId, "staff-1")).isTrue();
        return orderId;
    }

    public String refunding(String customerId) {
        String orderId = paid(customerId);
        assertThat(orders.holdForRefund(
                        orderId, "payment-1", new Order.Refund("refund-1", REFUND_XID, OrderStatus.PAID)))
                .isTrue();
        return orderId;
    }

    public String refunded(String customerId) {
        String orderId = refunding(customerId);
        assertThat(orders.confirmRefund(orderId, REFUND_XID)).isTrue();
        return orderId;
    }

    public String cancelled(String customerId) {
        String orderId = pending(customerId);
        assertThat(orders.cancel(orderId)).isTrue();
        return orderId;
    }

    /** Brings an open order to its end by the shortest way. */
    public void end(String orderId) {
        if (!orders.cancel(orderId)) {
            orders.confirm(orderId, XID);
            orders.ship(orderId, "SF Express", "SF-1", "staff-1");
            assertThat(orders.complete(orderId, "staff-1")).isTrue();
        }
    }

    public String withoutAddress(String orderId) {
        return set(orderId, "shipping_address = NULL");
    }

    /** As if its payment window had closed. */
    public String closed(String orderId) {
        return set(orderId, "pay_by = now()");
    }

    /** As if it had been placed so long ago. */
    public String placedBefore(String orderId, String interval) {
        return set(orderId, "created_at = now() - interval '" + interval + "'");
    }

    private String set(String orderId, String change) {
        testbed.jdbc()
                .sql("UPDATE orders SET " + change + " WHERE id = :id")
                .param("id", orderId)
                .update();
        return orderId;
    }
}
