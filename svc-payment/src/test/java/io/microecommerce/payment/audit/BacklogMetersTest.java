package io.microecommerce.payment.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.api.payment.OrderPaid;
import io.microecommerce.payment.PaymentService;
import io.microecommerce.payment.pay.PayTransaction;
import io.microecommerce.payment.pay.PaymentJournal;
import io.microecommerce.payment.pay.Payments;
import io.microecommerce.service.tcc.ParticipantTestbed;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is under way, counted from the rows. */
class BacklogMetersTest {

    @RegisterExtension
    static final ParticipantTestbed testbed = PaymentService.testbed();

    private final String payment = UUID.randomUUID().toString();
    private final String xid = "xid-" + payment;
    private double halves;
    private double transactions;

    @BeforeEach
    void aPaymentIsOpened() {
        testbed.jdbc()
                .sql(
                        """
                        INSERT INTO payment (id, customer_id, order_id, method, amount_minor, currency, status, attempt,
                                             lease_until, decide_by, idempotency_key, request_hash, updated_at)
                        VALUES (:id, :id, :id, 'BALANCE', 100, 'CNY', 'INITIATED', 1, now(), now() + interval '1 hour',
                                :id, 'hash', now())""")
                .param("id", payment)
                .update();
        count();
        halves = half();
        transactions = transaction();
    }

    @Test
    void aHalfMessageIsOpenUntilItsRowDecidesIt() {
        testbed.bean(PaymentJournal.class).note(PaymentJournal.Note.HALF_SENT, payment, 1, null, null);
        age(90);
        count();
        assertThat(half()).isEqualTo(halves + 1);
        assertThat(transaction()).as("no Try has come").isEqualTo(transactions);
        assertThat(gauge("shop.half_messages.oldest.open", "event", OrderPaid.TAG))
                .isGreaterThanOrEqualTo(90);

        testbed.bean(Payments.class).hold(payment, 1, xid);
        count();
        assertThat(half()).isEqualTo(halves + 1);
        assertThat(transaction()).isEqualTo(transactions + 1);

        testbed.bean(Payments.class).markPaid(payment, xid);
        count();
        assertThat(half()).isEqualTo(halves);
        assertThat(transaction()).isEqualTo(transactions);
    }

    @Test
    void aPaymentWithoutAHalfMessageIsNone() {
        testbed.bean(Payments.class).hold(payment, 1, xid);
        count();

        assertThat(half()).isEqualTo(halves);
        assertThat(transaction()).isEqualTo(transactions + 1);
        testbed.bean(Payments.class).release(payment, xid);
    }

    /** The journal is as old as that; a move would be younger. */
    private void age(int seconds) {
        testbed.jdbc()
                .sql("UPDATE payment_event SET at = at - :seconds * interval '1 s' WHERE payment_id = :id")
                .param("seconds", seconds)
                .param("id", payment)
                .update();
    }

    private static void count() {
        testbed.bean(BacklogMeters.class).count();
    }

    private static double half() {
        return gauge("shop.half_messages.open", "event", OrderPaid.TAG);
    }

    private static double transaction() {
        return gauge("shop.transactions.open", "name", PayTransaction.NAME);
    }

    private static double gauge(String meter, String tag, String value) {
        return testbed.bean(MeterRegistry.class)
                .get(meter)
                .tag(tag, value)
                .gauge()
                .value();
    }
}
