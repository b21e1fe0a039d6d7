package io.microecommerce.payment.pay;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.order.PayableOrderView;
import io.microecommerce.payment.PaymentService;
import io.microecommerce.payment.provider.ProviderRefund;
import io.microecommerce.payment.provider.ProviderRefunds;
import io.microecommerce.payment.provider.RefundCause;
import io.microecommerce.service.tcc.ParticipantTestbed;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Captured money is worked on by itself, from wherever a crash has left it. */
class CapturedPaymentsTest {

    @RegisterExtension
    static final ParticipantTestbed testbed = PaymentService.testbed();

    private final String payment = UUID.randomUUID().toString().replace("-", "");
    private final Payments payments = testbed.bean(Payments.class);

    /** As a callback leaves it, and as a process that dies before any next step does. */
    @BeforeEach
    void moneyIsCaptured() {
        testbed.jdbc()
                .sql(
                        """
                        INSERT INTO payment (id, customer_id, order_id, method, amount_minor, currency, status, attempt,
                                             lease_until, decide_by, idempotency_key, request_hash, captured_at)
                        VALUES (:id, 'customer', :id, 'WECHAT', 8900, 'CNY', 'INITIATED', 1,
                                now() - interval '1 day', now() + interval '1 hour', :id, 'hash', now())""")
                .param("id", payment)
                .update();
        testbed.jdbc()
                .sql(
                        """
                        INSERT INTO charge (id, purpose, customer_id, amount_minor, currency, description, state, expires_at,
                                            transaction_id, captured_minor, captured_currency, captured_at)
                        VALUES (:id, 'PAYMENT', 'customer', 8900, 'CNY', 'An order', 'CAPTURED', now(),
                                :id, 8900, 'CNY', now())""")
                .param("id", payment)
                .update();
    }

    @Test
    void aRefusalOfTheOrderGivesTheMoneyBack() {
        goOn(new Refusal(ErrorCode.ORDER_NOT_FOUND, "It is gone."));
        goOn(new Refusal(ErrorCode.ORDER_NOT_FOUND, "It is gone."));

        assertThat(current().status()).isEqualTo(PaymentStatus.REFUSED);
        assertThat(current().refusalCode()).isEqualTo("ORDER_NOT_FOUND");
        assertThat(testbed.bean(ProviderRefunds.class).ofCharge(payment))
                .extracting(ProviderRefund::cause)
                .containsExactly(RefundCause.REFUSED);
    }

    @Test
    void asLongAsTheOrderCannotBeReadTheMoneyWaits() {
        goOn(new IllegalStateException("svc-order does not answer"));

        assertThat(current().status()).isEqualTo(PaymentStatus.EXPIRED);
        assertThat(current().undecided()).isTrue();
        assertThat(testbed.bean(ProviderRefunds.class).ofCharge(payment)).isEmpty();
        letThePausePass();
        goOn(new Refusal(ErrorCode.SERVICE_UNAVAILABLE, "Later."));
        assertThat(current().attempt()).isEqualTo(3);
        assertThat(testbed.bean(ProviderRefunds.class).ofCharge(payment)).isEmpty();
        letThePausePass();

        goOn(new Refusal(ErrorCode.ORDER_NOT_FOUND, "It is gone."));

        assertThat(current().status()).isEqualTo(PaymentStatus.REFUSED);
    }

    /** A process that died in the middle of an attempt: the row is INITIATED under a lease that has lapsed. */
    @Test
    void anAttemptWhoseProcessDiedIsTakenOver() {
        assertThat(payments.takeOver(current())).isPresent();
        goOn(new Refusal(ErrorCode.ORDER_NOT_FOUND, "It is gone."));
        assertThat(current().status()).as("while its lease lasts").isEqualTo(PaymentStatus.INITIATED);
        payments.endLease(payment, 2);
        letThePausePass();

        goOn(new Refusal(ErrorCode.ORDER_NOT_FOUND, "It is gone."));

        assertThat(current().status()).isEqualTo(PaymentStatus.REFUSED);
    }

    private void goOn(RuntimeException answerOfSvcOrder) {
        OrderBranch orders = new OrderBranch() {
            @Override
            public PayableOrderView payable(String customerId, String orderId) {
                if (orderId.equals(payment)) {
                    throw answerOfSvcOrder;
                }
                throw new IllegalStateException("The payments of other tests stay as they are");
            }

            @Override
            public void hold(PayAttempt attempt) {
                throw new IllegalStateException("No attempt comes so far");
            }
        };
        new CapturedPayments(
                        payments,
                        orders,
                        testbed.bean(Arbiter.class),
                        testbed.bean(PayWorkers.class),
                        testbed.bean(PaySteps.class))
                .goOn();
    }

    private void letThePausePass() {
        testbed.jdbc()
                .sql("UPDATE payment SET updated_at = now() - interval '1 hour' WHERE id = :id")
                .param("id", payment)
                .update();
    }

    private Payment current() {
        return payments.byId(payment).orElseThrow();
    }
}
