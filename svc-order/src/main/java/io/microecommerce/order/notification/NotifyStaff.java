package io.microecommerce.order.notification;

import io.microecommerce.api.money.Money;
import io.microecommerce.api.payment.OrderPaid;
import java.math.BigDecimal;
import java.util.Currency;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the staff of events, in words that name no customer. */
public class NotifyStaff {

    private static final Logger log = LoggerFactory.getLogger(NotifyStaff.class);

    private final StaffNotifications notifications;

    public NotifyStaff(StaffNotifications notifications) {
        this.notifications = notifications;
    }

    public void orderPaid(OrderPaid event) {
        notifications.add(
                StaffNotification.Kind.ORDER_PAID,
                event.orderId(),
                "Order " + event.orderId() + " is paid: " + inWords(event.amount()) + ". It can be shipped.");
        log.info("Staff notified: order {} is paid", event.orderId());
    }

    private static String inWords(Money amount) {
        int digits = Math.max(0, Currency.getInstance(amount.currency()).getDefaultFractionDigits());
        return amount.currency() + " "
                + BigDecimal.valueOf(amount.minor(), digits).toPlainString();
    }
}
