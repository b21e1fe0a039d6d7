package io.microecommerce.payment.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microecommerce.api.payment.PaymentMethod;
import io.microecommerce.payment.PaymentService;
import io.microecommerce.payment.provider.ProviderRefund;
import io.microecommerce.payment.provider.RefundCause;
import io.microecommerce.payment.provider.RefundState;
import io.microecommerce.service.tcc.ParticipantTestbed;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** When a refund through the provider is done, on the real database. */
class ProviderGaveBackTest {

    @RegisterExtension
    static final ParticipantTestbed testbed = PaymentService.testbed();

    private Refunds refunds;
    private ProviderGaveBack gaveBack;
    private Refund refund;

    @BeforeEach
    void aRefundIsOpened() {
        refunds = testbed.bean(Refunds.class);
        gaveBack = testbed.bean(ProviderGaveBack.class);
        refund = PaidPayment.by(PaymentMethod.WECHAT, testbed).openRefund();
    }

    @Test
    void aRefundIsDoneWhenTheProviderSaysSo() {
        give();
        assertThat(current().status()).isEqualTo(RefundStatus.GIVEN);

        gaveBack.settled(settled(RefundCause.REFUND));

        assertThat(current().status()).isEqualTo(RefundStatus.DONE);
        assertThat(current().doneAt()).isNotNull();
    }

    @Test
    void whatTheArbiterGivesBackIsNoRefundOfAnybody() {
        give();

        gaveBack.settled(settled(RefundCause.LATE));

        assertThat(current().status()).isEqualTo(RefundStatus.GIVEN);
    }

    @Test
    void aProviderThatPaysWhatWasNotGivenIsNotBelievedSilently() {
        assertThatThrownBy(() -> gaveBack.settled(settled(RefundCause.REFUND)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(refund.id());
    }

    private void give() {
        refunds.hold(refund.id(), 1, "xid-" + refund.id());
        refunds.give(refund.id(), "xid-" + refund.id());
    }

    private Refund current() {
        return refunds.byId(refund.id()).orElseThrow();
    }

    private ProviderRefund settled(RefundCause cause) {
        return new ProviderRefund(
                refund.id(),
                refund.paymentId(),
                refund.amount(),
                cause,
                "Torn.",
                RefundState.DONE,
                1,
                null,
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
