package io.microecommerce.order.notification;

import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.money.Money;
import io.microecommerce.api.order.NotifyStaffCommand;
import io.microecommerce.api.payment.OrderPaid;
import io.microecommerce.api.payment.OrderRefunded;
import io.microecommerce.order.notification.StaffNotification.Kind;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the staff of events, in words that name no customer. */
public class NotifyStaff {

    private static final Logger log = LoggerFactory.getLogger(NotifyStaff.class);

    /** What other services may send. */
    private static final List<Kind> ON_BEHALF = List.of(Kind.LOW_STOCK, Kind.MONEY_GOES_BACK);

    private final StaffNotifications notifications;

    public NotifyStaff(StaffNotifications notifications) {
        this.notifications = notifications;
    }

    /** Its cause is the order, which is paid once. */
    public void orderPaid(OrderPaid event) {
        add(
                Kind.ORDER_PAID,
                event.orderId(),
                event.orderId(),
                "Order " + event.orderId() + " is paid: " + inWords(event.amount()) + ". It can be shipped.");
    }

    /** Its cause is the order, which is refunded once. */
    public void orderRefunded(OrderRefunded event) {
        String goods = event.goodsAreOut()
                ? "Its goods are out; take them in by a receipt when they come."
                : "Do not ship it; its goods can be sold again.";
        add(
                Kind.ORDER_REFUNDED,
                event.orderId(),
                event.orderId(),
                "Order " + event.orderId() + " is refunded: " + inWords(event.amount()) + ". " + goods);
    }

    /** @throws Refusal {@code INVALID_FIELD} for a kind that no other service may send */
    public void onBehalf(NotifyStaffCommand command) {
        Kind kind = ON_BEHALF.stream()
                .filter(known -> known.name().equals(command.kind()))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("kind", "must be one of " + ON_BEHALF));
        add(kind, command.subjectId(), command.cause(), command.text());
    }

    private void add(Kind kind, String subjectId, String cause, String text) {
        if (notifications.add(kind, subjectId, cause, text)) {
            log.info("Staff notified: {} of {}", kind, subjectId);
        }
    }

    private static String inWords(Money amount) {
        int digits = Math.max(0, Currency.getInstance(amount.currency()).getDefaultFractionDigits());
        return amount.currency() + " "
                + BigDecimal.valueOf(amount.minor(), digits).toPlainString();
    }
}
