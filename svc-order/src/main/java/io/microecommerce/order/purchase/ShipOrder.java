package io.microecommerce.order.purchase;

import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.order.ShipOrderCommand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A member of the staff hands a paid order over to a carrier. */
public class ShipOrder {

    private static final Logger log = LoggerFactory.getLogger(ShipOrder.class);

    /** How often to try again when the order became ready between the statement and the look. */
    private static final int ATTEMPTS = 3;

    private final Orders orders;

    public ShipOrder(Orders orders) {
        this.orders = orders;
    }

    /**
     * The same shipment again changes nothing.
     *
     * @throws Refusal as {@link io.microecommerce.api.order.StaffOrderFacade#ship} documents
     */
    public Order ship(ShipOrderCommand command) {
        String orderId = command.orderId();
        PlainText.requireOneLine("carrier", command.carrier());
        PlainText.requireOneLine("tracking_number", command.trackingNumber());
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            boolean shipped = orders.ship(orderId, command.carrier(), command.trackingNumber(), command.staffId());
            Order order = orders.find(orderId).orElseThrow(() -> Order.unknown(orderId));
            if (shipped) {
                log.info("Order {} SHIPPED, says {}", orderId, command.staffId());
            }
            Shipment shipment = order.shipment();
            if (shipped || (shipment != null && shipment.is(command.carrier(), command.trackingNumber()))) {
                return order;
            }
            order.requireCanBeShipped();
        }
        throw new IllegalStateException("Order " + orderId + " can be shipped and was not");
    }
}
