package io.microecommerce.payment.pay.tcc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microecommerce.api.money.Money;
import io.microecommerce.api.payment.PaymentMethod;
import io.microecommerce.payment.PaymentService;
import io.microecommerce.payment.pay.PaymentStatus;
import io.microecommerce.payment.pay.Payments;
import io.microecommerce.payment.provider.ChargeState;
import io.microecommerce.payment.provider.Charges;
import io.microecommerce.service.tcc.ParticipantTestbed;
import java.util.UUID;
import org.apache.seata.core.model.BranchStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The money branch of a payment whose money a provider has captured; all else is as with a wallet, see PaymentTccParticipantTest. */
class CapturedChargeTest {

    @RegisterExtension
    static final ParticipantTestbed testbed = PaymentService.testbed();

    private static final Money PRICE = new Money("CNY", 8_900);

    private final String payment = UUID.randomUUID().toString().replace("-", "");
    private final String xid = testbed.begin();

    @BeforeEach
    void moneyIsCaptured() {
        testbed.jdbc()
                .sql(
                        """
                        INSERT INTO payment (id, customer_id, order_id, method, amount_minor, currency, status, attempt,
                                             lease_until, decide_by, idempotency_key, request_hash, captured_at)
                        VALUES (:id, 'customer', :id, 'WECHAT', 8900, 'CNY', 'INITIATED', 1,
                                now(), now() + interval '1 hour', :id, 'hash', now())""")
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
    void confirmSpendsWhatTheTryHasFrozenHoweverOftenItIsDelivered() {
        hold();
        assertState(PaymentStatus.HELD, ChargeState.FROZEN);
        var branch = testbed.branches(xid).get(0);

        testbed.commit(xid);
        assertThat(testbed.deliverConfirm(branch)).isEqualTo(BranchStatus.PhaseTwo_Committed);

        assertState(PaymentStatus.PAID, ChargeState.SPENT);
    }

    @Test
    void cancelGivesItBackAndAnotherAttemptMayHoldIt() {
        hold();
        var branch = testbed.branches(xid).get(0);

        testbed.rollback(xid);
        assertThat(testbed.deliverCancel(branch)).isEqualTo(BranchStatus.PhaseTwo_Rollbacked);

        assertState(PaymentStatus.RELEASED, ChargeState.CAPTURED);
    }

    @Test
    void aTryWithoutCapturedMoneyHoldsNothing() {
        assertThat(testbed.bean(Charges.class).giveBack(payment)).isTrue();

        assertThatThrownBy(this::hold).isInstanceOf(IllegalStateException.class);

        testbed.rollback(xid);
        assertState(PaymentStatus.INITIATED, ChargeState.RETURNED);
        restore();
    }

    @Test
    void moneyThatIsHeldIsNotGivenBack() {
        hold();

        assertThat(testbed.bean(Charges.class).giveBack(payment)).isFalse();

        testbed.rollback(xid);
    }

    /** The books of this database are looked at by other tests: nothing is RETURNED there without a refund. */
    private void restore() {
        testbed.jdbc()
                .sql("UPDATE charge SET state = 'CAPTURED' WHERE id = :id")
                .param("id", payment)
                .update();
    }

    private void hold() {
        testbed.runTry(xid, () -> testbed.bean(PaymentTccParticipant.class)
                .tryHold(payment, 1, PaymentMethod.WECHAT, "customer", PRICE));
    }

    private void assertState(PaymentStatus status, ChargeState state) {
        assertThat(testbed.bean(Payments.class).byId(payment).orElseThrow().status())
                .isEqualTo(status);
        assertThat(testbed.bean(Charges.class).byId(payment).orElseThrow().state())
                .isEqualTo(state);
    }
}
