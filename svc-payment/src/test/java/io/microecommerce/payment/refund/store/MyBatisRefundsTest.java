package io.microecommerce.payment.refund.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.order.OrderStatus;
import io.microecommerce.api.payment.PaymentMethod;
import io.microecommerce.api.payment.RefundCommand;
import io.microecommerce.payment.PaymentService;
import io.microecommerce.payment.refund.PaidPayment;
import io.microecommerce.payment.refund.Refund;
import io.microecommerce.payment.refund.RefundStatus;
import io.microecommerce.payment.refund.Refunds;
import io.microecommerce.service.tcc.ParticipantTestbed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The refund rows, on the real database. */
class MyBatisRefundsTest {

    @RegisterExtension
    static final ParticipantTestbed testbed = PaymentService.testbed();

    private Refunds refunds;
    private PaidPayment paid;

    @BeforeEach
    void aPaymentIsPaid() {
        refunds = testbed.bean(Refunds.class);
        paid = PaidPayment.by(PaymentMethod.BALANCE, testbed);
    }

    @Test
    void takesFromThePaymentWhatItGivesBack() {
        Refund refund = paid.openRefund();

        assertThat(refund.status()).isEqualTo(RefundStatus.INITIATED);
        assertThat(refund.attempt()).isEqualTo(1);
        assertThat(refund.leased()).isTrue();
        assertThat(refund.amount()).isEqualTo(PaidPayment.PRICE);
        assertThat(refund.customerId()).isEqualTo(paid.customer());
        assertThat(refund.paymentXid()).isEqualTo("paid-" + paid.id());
        assertThat(refunds.ofPayment(paid.id())).contains(refund);
    }

    @Test
    void aSecondKeyIsRefusedWhileTheFirstIsUnderWayAndAfterItHasGiven() {
        Refund first = paid.openRefund("first");
        assertRefused(ErrorCode.ORDER_IN_REFUND);

        refunds.hold(first.id(), 1, "xid-" + first.id());
        assertRefused(ErrorCode.ORDER_IN_REFUND);

        refunds.give(first.id(), "xid-" + first.id());
        assertRefused(ErrorCode.ORDER_REFUNDED);
    }

    @Test
    void ofTwoKeysAtTheSameMomentOneWins() {
        List<Optional<Throwable>> ends =
                testbed.together(List.of(() -> paid.openRefund("one"), () -> paid.openRefund("other")));

        assertThat(ends).filteredOn(Optional::isEmpty).hasSize(1);
    }

    @Test
    void theSameKeyGivesNoSecondRow() {
        Refund first = paid.openRefund("key-" + paid.id());

        assertThat(refunds.open(command("key-" + paid.id()), OrderStatus.PAID, "hash"))
                .isEmpty();
        assertThat(refunds.byKey("staff-1", "key-" + paid.id())).map(Refund::id).contains(first.id());
    }

    @Test
    void aPaymentThatIsNotPaidCannotBeGivenBack() {
        testbed.jdbc()
                .sql("UPDATE payment SET status = 'RELEASED', paid_at = NULL WHERE id = :id")
                .param("id", paid.id())
                .update();

        assertThatThrownBy(() -> paid.openRefund()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatIsHeldIsNeitherExpiredNorRefused() {
        Refund refund = paid.openRefund();
        refunds.hold(refund.id(), 1, "xid-" + refund.id());
        pastItsTime(refund);

        refunds.expireAll();

        assertThat(refunds.refuse(refund.id(), 1, new Refusal(ErrorCode.ORDER_CHANGED, "Shipped.")))
                .isFalse();
        assertThat(current(refund).status()).isEqualTo(RefundStatus.HELD);
        assertThat(refunds.under(List.of("xid-" + refund.id()))).hasSize(1);
        assertThat(refunds.xidsHeldFor(Duration.ZERO, 500)).contains("xid-" + refund.id());
    }

    @Test
    void anAttemptPastItsTimeExpiresAndTheKeyTriesAgain() {
        Refund refund = paid.openRefund();
        assertThat(refunds.expire(refund.id(), 1)).as("in its time").isFalse();
        pastItsTime(refund);

        assertThat(refunds.expire(refund.id(), 1)).isTrue();

        assertThat(refunds.hold(refund.id(), 1, "late")).isFalse();
        Refund second = refunds.takeOver(current(refund)).orElseThrow();
        assertThat(second.attempt()).isEqualTo(2);
        assertThat(refunds.takeOver(second)).as("leased").isEmpty();
    }

    @Test
    void aKeyIsKeptUntilTheRefundHasBeenFinalForLongEnough() {
        Refund refund = paid.openRefund("kept-" + paid.id());
        refunds.hold(refund.id(), 1, "xid-" + refund.id());
        movedBefore(refund);
        refunds.forgetKeys(Duration.ofDays(30), 500);
        assertThat(refunds.byKey("staff-1", "kept-" + paid.id()))
                .as("not final")
                .isPresent();

        refunds.give(refund.id(), "xid-" + refund.id());
        refunds.forgetKeys(Duration.ofDays(30), 500);
        assertThat(refunds.byKey("staff-1", "kept-" + paid.id())).as("young").isPresent();

        movedBefore(refund);
        refunds.forgetKeys(Duration.ofDays(30), 500);
        assertThat(refunds.byKey("staff-1", "kept-" + paid.id())).isEmpty();
    }

    @Test
    void anEventThatDidNotComeBackIsFound() {
        Refund refund = paid.openRefund();
        refunds.hold(refund.id(), 1, "xid-" + refund.id());
        refunds.give(refund.id(), "xid-" + refund.id());

        assertThat(refunds.givenButUnseen(Duration.ZERO, 500))
                .extracting(Refund::id)
                .contains(refund.id());
        refunds.markEventSeen(refund.id());

        assertThat(refunds.givenButUnseen(Duration.ZERO, 500))
                .extracting(Refund::id)
                .doesNotContain(refund.id());
        assertThat(refunds.eventSeenAt(refund.id())).isPresent();
    }

    private void assertRefused(ErrorCode code) {
        assertThatThrownBy(() -> paid.openRefund("second"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private RefundCommand command(String key) {
        return new RefundCommand(paid.id(), "staff-1", true, "Torn.", key);
    }

    private Refund current(Refund refund) {
        return refunds.byId(refund.id()).orElseThrow();
    }

    private static void pastItsTime(Refund refund) {
        testbed.jdbc()
                .sql("UPDATE refund SET decide_by = now() - interval '1 s' WHERE id = :id")
                .param("id", refund.id())
                .update();
    }

    private static void movedBefore(Refund refund) {
        testbed.jdbc()
                .sql("UPDATE refund SET updated_at = now() - interval '31 days' WHERE id = :id")
                .param("id", refund.id())
                .update();
    }
}
