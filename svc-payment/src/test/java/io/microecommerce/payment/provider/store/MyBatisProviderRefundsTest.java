package io.microecommerce.payment.provider.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microecommerce.api.money.Money;
import io.microecommerce.payment.PaymentService;
import io.microecommerce.payment.provider.ProviderRefund;
import io.microecommerce.payment.provider.ProviderRefunds;
import io.microecommerce.payment.provider.RefundCause;
import io.microecommerce.payment.provider.RefundState;
import io.microecommerce.service.tcc.ParticipantTestbed;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What goes back is queued once, with what it is the refund of, and never more than was captured. */
class MyBatisProviderRefundsTest {

    @RegisterExtension
    static final ParticipantTestbed testbed = PaymentService.testbed();

    private static final long CAPTURED = 8_900;

    private final String charge = UUID.randomUUID().toString();
    private final String refund = UUID.randomUUID().toString();
    private final ProviderRefunds refunds = testbed.bean(ProviderRefunds.class);

    @BeforeEach
    void moneyIsCaptured() {
        testbed.jdbc()
                .sql(
                        """
                        INSERT INTO charge (id, purpose, customer_id, amount_minor, currency, description, state, expires_at,
                                            transaction_id, captured_minor, captured_currency, captured_at)
                        VALUES (:id, 'PAYMENT', 'customer', :minor, 'CNY', 'An order', 'SPENT', now(),
                                :id, :minor, 'CNY', now())""")
                .param("id", charge)
                .param("minor", CAPTURED)
                .update();
    }

    @Test
    void isQueuedOnceHoweverOftenItIsAskedFor() {
        inTransaction(() -> queue(refund, CAPTURED));
        inTransaction(() -> queue(refund, CAPTURED));

        ProviderRefund queued = refunds.byId(refund).orElseThrow();
        assertThat(queued.state()).isEqualTo(RefundState.QUEUED);
        assertThat(queued.amount()).isEqualTo(new Money("CNY", CAPTURED));
        assertThat(refunds.ofCharge(charge)).containsExactly(queued);
    }

    @Test
    void isQueuedOnlyIfTheCallersTransactionCommits() {
        assertThatThrownBy(() -> inTransaction(() -> {
                    queue(refund, CAPTURED);
                    throw new IllegalArgumentException("the caller fails");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(refunds.byId(refund)).isEmpty();
        assertThatThrownBy(() -> queue(refund, CAPTURED)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void allRefundsOfACaptureAreNeverMoreThanIt() {
        inTransaction(() -> queue(refund, CAPTURED - 1));

        assertThatThrownBy(() -> inTransaction(() -> queue(refund + "-2", 2)))
                .isInstanceOf(IllegalStateException.class);
        inTransaction(() -> queue(refund + "-2", 1));

        assertThat(refunds.ofCharge(charge)).extracting(ProviderRefund::id).containsExactly(refund, refund + "-2");
    }

    @Test
    void anIdStandsForOneRefund() {
        inTransaction(() -> queue(refund, 1));

        assertThatThrownBy(() -> inTransaction(() -> queue(refund, 2))).isInstanceOf(IllegalStateException.class);
    }

    private void queue(String id, long minor) {
        refunds.queue(id, charge, new Money("CNY", minor), RefundCause.REFUND, "The customer changed their mind.");
    }

    private static void inTransaction(Runnable work) {
        new TransactionTemplate(testbed.bean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> work.run());
    }
}
