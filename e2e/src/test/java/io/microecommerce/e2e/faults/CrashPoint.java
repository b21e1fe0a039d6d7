package io.microecommerce.e2e.faults;

import static io.microecommerce.e2e.faults.CrashPoint.Reached.BY_AN_UNDECIDED_ANSWER;
import static io.microecommerce.e2e.faults.CrashPoint.Reached.BY_A_LOST_EVENT;
import static io.microecommerce.e2e.faults.CrashPoint.Reached.BY_A_REFUND;
import static io.microecommerce.e2e.faults.CrashPoint.Reached.BY_A_REFUSED_PAYMENT;
import static io.microecommerce.e2e.faults.CrashPoint.Reached.BY_EVERY_PAYMENT;

import java.util.Arrays;

/**
 * Every place of the protocol, before and after each send, commit and acknowledgement, where a process can be made to die.
 *
 * <p>The first ones are the steps that svc-payment tells of itself (PayStep). Those of a participant surround its local commits:
 * after a Try, Confirm or Cancel its transaction is committed, and nobody has been told yet. Those of a consumer group surround
 * the commit of its effect: after it the broker has no acknowledgement yet, and delivers again.
 */
public enum CrashPoint {
    ORDER_READ("svc-payment", BY_EVERY_PAYMENT),
    INSERTED("svc-payment", BY_EVERY_PAYMENT),
    HALF_SENT("svc-payment", BY_EVERY_PAYMENT),
    TRIED("svc-payment", BY_EVERY_PAYMENT),
    COMMITTED("svc-payment", BY_EVERY_PAYMENT),
    ROLLED_BACK("svc-payment", BY_A_REFUSED_PAYMENT),
    BEFORE_ANSWER("svc-payment", BY_EVERY_PAYMENT),
    MESSAGE_ENDED("svc-payment", BY_EVERY_PAYMENT),
    BEFORE_CHECK_BACK("svc-payment", BY_AN_UNDECIDED_ANSWER),
    AFTER_CHECK_BACK("svc-payment", BY_AN_UNDECIDED_ANSWER),
    BEFORE_RESEND("svc-payment", BY_A_LOST_EVENT),
    AFTER_RESEND("svc-payment", BY_A_LOST_EVENT),

    MONEY_BEFORE_TRY("svc-payment", "payment-hold.BEFORE_TRY", BY_EVERY_PAYMENT),
    MONEY_AFTER_TRY("svc-payment", "payment-hold.AFTER_TRY", BY_EVERY_PAYMENT),
    MONEY_BEFORE_CONFIRM("svc-payment", "payment-hold.BEFORE_CONFIRM", BY_EVERY_PAYMENT),
    MONEY_AFTER_CONFIRM("svc-payment", "payment-hold.AFTER_CONFIRM", BY_EVERY_PAYMENT),
    MONEY_BEFORE_CANCEL("svc-payment", "payment-hold.BEFORE_CANCEL", BY_A_REFUSED_PAYMENT),
    MONEY_AFTER_CANCEL("svc-payment", "payment-hold.AFTER_CANCEL", BY_A_REFUSED_PAYMENT),

    ORDER_BEFORE_TRY("svc-order", "order-hold.BEFORE_TRY", BY_EVERY_PAYMENT),
    ORDER_AFTER_TRY("svc-order", "order-hold.AFTER_TRY", BY_EVERY_PAYMENT),
    ORDER_BEFORE_CONFIRM("svc-order", "order-hold.BEFORE_CONFIRM", BY_EVERY_PAYMENT),
    ORDER_AFTER_CONFIRM("svc-order", "order-hold.AFTER_CONFIRM", BY_EVERY_PAYMENT),
    ORDER_BEFORE_CANCEL("svc-order", "order-hold.BEFORE_CANCEL", BY_A_REFUSED_PAYMENT),
    ORDER_AFTER_CANCEL("svc-order", "order-hold.AFTER_CANCEL", BY_A_REFUSED_PAYMENT),

    STOCK_BEFORE_TRY("svc-product", "stock-reserve.BEFORE_TRY", BY_EVERY_PAYMENT),
    STOCK_AFTER_TRY("svc-product", "stock-reserve.AFTER_TRY", BY_EVERY_PAYMENT),
    STOCK_BEFORE_CONFIRM("svc-product", "stock-reserve.BEFORE_CONFIRM", BY_EVERY_PAYMENT),
    STOCK_AFTER_CONFIRM("svc-product", "stock-reserve.AFTER_CONFIRM", BY_EVERY_PAYMENT),
    STOCK_BEFORE_CANCEL("svc-product", "stock-reserve.BEFORE_CANCEL", BY_A_REFUSED_PAYMENT),
    STOCK_AFTER_CANCEL("svc-product", "stock-reserve.AFTER_CANCEL", BY_A_REFUSED_PAYMENT),

    REFUND_MONEY_AFTER_TRY("svc-payment", "refund-money.AFTER_TRY", BY_A_REFUND),
    REFUND_MONEY_BEFORE_CONFIRM("svc-payment", "refund-money.BEFORE_CONFIRM", BY_A_REFUND),
    REFUND_MONEY_AFTER_CONFIRM("svc-payment", "refund-money.AFTER_CONFIRM", BY_A_REFUND),
    REFUND_ORDER_AFTER_TRY("svc-order", "refund-order.AFTER_TRY", BY_A_REFUND),
    REFUND_ORDER_AFTER_CONFIRM("svc-order", "refund-order.AFTER_CONFIRM", BY_A_REFUND),
    REFUND_STOCK_AFTER_TRY("svc-product", "refund-stock.AFTER_TRY", BY_A_REFUND),
    REFUND_STOCK_AFTER_CONFIRM("svc-product", "refund-stock.AFTER_CONFIRM", BY_A_REFUND),
    REFUND_REWARDS_AFTER_TRY("svc-customer", "refund-rewards.AFTER_TRY", BY_A_REFUND),
    REFUND_REWARDS_AFTER_CONFIRM("svc-customer", "refund-rewards.AFTER_CONFIRM", BY_A_REFUND),

    SEEN_BEFORE_EFFECT("svc-payment", "svc-payment-event-seen.BEFORE_EFFECT", BY_EVERY_PAYMENT),
    SEEN_AFTER_EFFECT("svc-payment", "svc-payment-event-seen.AFTER_EFFECT", BY_EVERY_PAYMENT),
    NOTIFICATION_BEFORE_EFFECT("svc-order", "svc-order-staff-notification.BEFORE_EFFECT", BY_EVERY_PAYMENT),
    NOTIFICATION_AFTER_EFFECT("svc-order", "svc-order-staff-notification.AFTER_EFFECT", BY_EVERY_PAYMENT),
    CREDIT_BEFORE_EFFECT("svc-customer", "svc-customer-credit.BEFORE_EFFECT", BY_EVERY_PAYMENT),
    CREDIT_AFTER_EFFECT("svc-customer", "svc-customer-credit.AFTER_EFFECT", BY_EVERY_PAYMENT),
    COMMISSION_BEFORE_EFFECT("svc-customer", "svc-customer-commission.BEFORE_EFFECT", BY_EVERY_PAYMENT),
    COMMISSION_AFTER_EFFECT("svc-customer", "svc-customer-commission.AFTER_EFFECT", BY_EVERY_PAYMENT);

    /** What it takes that a payment comes by. */
    public enum Reached {
        BY_EVERY_PAYMENT,
        BY_A_REFUSED_PAYMENT,
        BY_A_REFUND,
        /** The broker was not told, and asks back. */
        BY_AN_UNDECIDED_ANSWER,
        /** The broker dropped the message, and the reconciler sends it again. */
        BY_A_LOST_EVENT
    }

    private final String service;
    private final String place;
    private final Reached reached;

    CrashPoint(String service, Reached reached) {
        this.service = service;
        this.place = name();
        this.reached = reached;
    }

    CrashPoint(String service, String place, Reached reached) {
        this.service = service;
        this.place = place;
        this.reached = reached;
    }

    /** The process that dies there. */
    public String service() {
        return service;
    }

    /** Its name in the folder, and in the service. */
    public String place() {
        return place;
    }

    public Reached reached() {
        return reached;
    }

    public static CrashPoint of(String place) {
        return Arrays.stream(values())
                .filter(point -> point.place.equals(place))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No crash point is called " + place));
    }
}
