package io.microecommerce.payment.refund;

import io.microecommerce.api.money.Money;
import io.microecommerce.api.order.OrderStatus;
import io.microecommerce.api.payment.PaymentMethod;
import io.microecommerce.api.payment.RefundCommand;
import io.microecommerce.service.tcc.ParticipantTestbed;
import java.util.UUID;

/** A payment that has paid its order, as its rows would stand, and that may be refunded. */
public final class PaidPayment {

    public static final Money PRICE = new Money("CNY", 8_900);

    private final ParticipantTestbed testbed;
    private final String id = UUID.randomUUID().toString().replace("-", "");
    private final String customer = UUID.randomUUID().toString();

    private PaidPayment(ParticipantTestbed testbed) {
        this.testbed = testbed;
    }

    public static PaidPayment by(PaymentMethod method, ParticipantTestbed testbed) {
        PaidPayment paid = new PaidPayment(testbed);
        paid.insertPayment(method);
        switch (method) {
            case BALANCE -> paid.insertWallet();
            case WECHAT -> paid.insertCharge();
        }
        return paid;
    }

    public String id() {
        return id;
    }

    public String customer() {
        return customer;
    }

    /** By the staff, under a new key. */
    public Refund openRefund() {
        return openRefund(UUID.randomUUID().toString());
    }

    public Refund openRefund(String key) {
        return testbed.bean(Refunds.class)
                .open(new RefundCommand(id, "staff-1", true, "Torn.", key), OrderStatus.PAID, "hash")
                .orElseThrow();
    }

    private void insertPayment(PaymentMethod method) {
        testbed.jdbc()
                .sql(
                        """
                        INSERT INTO payment (id, customer_id, order_id, method, amount_minor, currency, status, attempt, xid,
                                             lease_until, decide_by, idempotency_key, request_hash, paid_at, captured_at,
                                             event_seen_at)
                        VALUES (:id, :customer, 'order-' || :id, :method, 8900, 'CNY', 'PAID', 1, 'paid-' || :id, now(), now(),
                                :id, 'hash', now(), CASE :method WHEN 'WECHAT' THEN now() END, now())""")
                .param("id", id)
                .param("customer", customer)
                .param("method", method.name())
                .update();
        testbed.jdbc()
                .sql(
                        """
                        INSERT INTO payment_event (payment_id, seq, attempt, kind, status)
                        VALUES (:id, 1, 1, 'OPENED', 'INITIATED')""")
                .param("id", id)
                .update();
    }

    private void insertWallet() {
        testbed.jdbc()
                .sql("INSERT INTO wallet (customer_id, currency, available_minor) VALUES (:customer, 'CNY', 100)")
                .param("customer", customer)
                .update();
    }

    private void insertCharge() {
        testbed.jdbc()
                .sql(
                        """
                        INSERT INTO charge (id, purpose, customer_id, amount_minor, currency, description, state, expires_at,
                                            transaction_id, captured_minor, captured_currency, captured_at)
                        VALUES (:id, 'PAYMENT', :customer, 8900, 'CNY', 'An order', 'SPENT', now(), :id, 8900, 'CNY', now())""")
                .param("id", id)
                .param("customer", customer)
                .update();
    }
}
