package io.microecommerce.payment.pay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.money.Money;
import io.microecommerce.api.order.OrderStatus;
import io.microecommerce.api.order.PayableOrderView;
import io.microecommerce.api.payment.PayCommand;
import io.microecommerce.api.payment.PaymentMethod;
import io.microecommerce.api.product.ReserveStockCommand;
import io.microecommerce.payment.PaymentService;
import io.microecommerce.payment.pay.Payment;
import io.microecommerce.payment.pay.PaymentJournal;
import io.microecommerce.payment.pay.PaymentJournal.Note;
import io.microecommerce.payment.pay.PaymentStatus;
import io.microecommerce.payment.pay.Payments;
import io.microecommerce.service.tcc.ParticipantTestbed;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.support.TransactionTemplate;

/** Each move of a payment is a compare-and-set on status and attempt; only the documented ones win. */
class MyBatisPaymentsTest {

    @RegisterExtension
    static final ParticipantTestbed testbed = PaymentService.testbed();

    private static final Refusal REASON = new Refusal(ErrorCode.INSUFFICIENT_STOCK, "Too few.");

    private final String order = UUID.randomUUID().toString();
    private final Payments payments = testbed.bean(Payments.class);

    /** After whatever a test did: the journals have no gap, and their newest move is where the row stands. */
    @AfterEach
    void everyJournalSaysWhatItsRowSays() {
        assertThat(testbed.jdbc()
                        .sql(
                                """
                                SELECT p.id || ' is ' || p.status || ', its journal: ' || string_agg(
                                           e.seq || ' ' || e.kind || ' ' || coalesce(e.status, '-'), ', ' ORDER BY e.seq)
                                  FROM payment p LEFT JOIN payment_event e ON e.payment_id = p.id
                                 WHERE p.order_id = :order
                                 GROUP BY p.id
                                HAVING count(e) <> p.journal_length OR max(e.seq) <> p.journal_length
                                    OR p.status <> (SELECT status FROM payment_event
                                                     WHERE payment_id = p.id AND status IS NOT NULL
                                                     ORDER BY seq DESC LIMIT 1)
                                    OR p.attempt <> max(e.attempt)""")
                        .param("order", order)
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    void aNewPaymentIsInitiatedLeasedAndHasTimeToDecide() {
        Payment payment = open("key");

        assertThat(payment.status()).isEqualTo(PaymentStatus.INITIATED);
        assertThat(payment.attempt()).isEqualTo(1);
        assertThat(payment.leased()).isTrue();
        assertThat(payment.canBeTakenOver()).isFalse();
        assertThat(payments.timeToDecide(payment.id(), 1)).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(12));
        assertThat(payments.timeToDecide(payment.id(), 2)).isZero();
    }

    @Test
    void theSameKeyOpensOnce() {
        open("key");

        assertThat(payments.open(command("key"), order(), "hash")).isEmpty();
    }

    @Test
    void anotherKeyIsRefusedWhileAPaymentOfTheOrderIsLive() {
        Payment first = open("first");

        assertThatThrownBy(() -> open("second"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.ORDER_HAS_PAYMENT));
        assertThat(payments.giveUp(first.id(), 1)).isTrue();
        assertThat(open("second").status()).isEqualTo(PaymentStatus.INITIATED);
        assertThatThrownBy(() -> payments.takeOver(reread(first))).isInstanceOf(Refusal.class);
    }

    @Test
    void aPaidPaymentMovesNowhere() {
        Payment payment = open("key");
        assertThat(payments.hold(payment.id(), 1, "xid")).isTrue();
        assertThat(payments.markPaid(payment.id(), "xid")).isTrue();

        assertThat(payments.markPaid(payment.id(), "xid")).isFalse();
        assertThat(payments.release(payment.id(), "xid")).isFalse();
        assertThat(payments.refuse(payment.id(), 1, REASON)).isFalse();
        assertThat(payments.giveUp(payment.id(), 1)).isFalse();
        assertThat(payments.hold(payment.id(), 1, "other")).isFalse();
        assertThat(payments.takeOver(reread(payment))).isEmpty();
        assertThat(reread(payment).paidAt()).isNotNull();
    }

    @Test
    void aHeldPaymentIsNeitherExpiredNorRefusedNorTakenOver() {
        Payment payment = open("key");
        payments.hold(payment.id(), 1, "xid");
        payments.endLease(payment.id(), 1);
        letTimeToDecidePass(payment);

        assertThat(payments.expire(payment.id(), 1)).isFalse();
        assertThat(payments.giveUp(payment.id(), 1)).isFalse();
        assertThat(payments.refuse(payment.id(), 1, REASON)).isFalse();
        assertThat(payments.takeOver(reread(payment))).isEmpty();
        assertThat(reread(payment).undecided()).isTrue();
    }

    @Test
    void aReleasedPaymentIsRefusedForGood() {
        Payment payment = open("key");
        payments.hold(payment.id(), 1, "xid");
        payments.release(payment.id(), "xid");

        assertThat(payments.refuse(payment.id(), 1, REASON)).isTrue();

        assertThat(reread(payment).refusalCode()).isEqualTo("INSUFFICIENT_STOCK");
        assertThat(payments.takeOver(reread(payment))).isEmpty();
    }

    @Test
    void aReleasedPaymentIsTakenOverOnceItsLeaseHasEnded() {
        Payment payment = open("key");
        payments.hold(payment.id(), 1, "xid");
        payments.release(payment.id(), "xid");

        assertThat(payments.takeOver(reread(payment))).isEmpty();
        payments.endLease(payment.id(), 1);
        Payment second = payments.takeOver(reread(payment)).orElseThrow();

        assertThat(second.attempt()).isEqualTo(2);
        assertThat(second.status()).isEqualTo(PaymentStatus.INITIATED);
        assertThat(payments.hold(payment.id(), 1, "late"))
                .as("a Try of attempt 1")
                .isFalse();
        assertThat(payments.refuse(payment.id(), 1, REASON))
                .as("a refusal of attempt 1")
                .isFalse();
        assertThat(payments.giveUp(payment.id(), 1)).as("attempt 1 giving up").isFalse();
        payments.endLease(payment.id(), 1);
        assertThat(reread(payment).leased())
                .as("attempt 1 cannot end attempt 2's lease")
                .isTrue();
    }

    @Test
    void onlyOneOfTwoRetriesTakesOver() {
        Payment payment = open("key");
        payments.giveUp(payment.id(), 1);
        Payment seen = reread(payment);

        assertThat(payments.takeOver(seen)).isPresent();
        assertThat(payments.takeOver(seen)).isEmpty();
    }

    @Test
    void onlyAnAttemptPastItsTimeExpiresAndThenALateTryLoses() {
        Payment payment = open("key");

        assertThat(payments.expire(payment.id(), 1)).isFalse();
        letTimeToDecidePass(payment);
        assertThat(payments.expire(payment.id(), 2)).isFalse();
        assertThat(payments.expire(payment.id(), 1)).isTrue();

        assertThat(payments.hold(payment.id(), 1, "late")).isFalse();
        assertThat(reread(payment).status()).isEqualTo(PaymentStatus.EXPIRED);
    }

    @Test
    void theSweeperFindsWhatNobodyDecided() {
        Payment overdue = open("key");
        letTimeToDecidePass(overdue);

        assertThat(payments.expireAll()).isPositive();

        assertThat(reread(overdue).status()).isEqualTo(PaymentStatus.EXPIRED);
    }

    @Test
    void aPaidPaymentIsUnseenUntilItsEventComesBack() {
        Payment payment = open("key");
        payments.hold(payment.id(), 1, "xid");
        payments.markPaid(payment.id(), "xid");

        assertThat(payments.paidButUnseen(Duration.ofMinutes(5), 1_000))
                .extracting(Payment::id)
                .doesNotContain(payment.id());
        assertThat(payments.paidButUnseen(Duration.ZERO, 1_000))
                .extracting(Payment::id)
                .contains(payment.id());
        payments.markEventSeen(payment.id());
        assertThat(payments.paidButUnseen(Duration.ZERO, 1_000))
                .extracting(Payment::id)
                .doesNotContain(payment.id());
    }

    @Test
    void theJournalTellsEveryMoveAndEveryNoteInTheirOrder() {
        PaymentJournal journal = testbed.bean(PaymentJournal.class);
        Payment payment = open("key");
        journal.note(Note.HALF_SENT, payment.id(), 1, null, null);
        journal.note(Note.BEGUN, payment.id(), 1, "xid-1", null);
        payments.hold(payment.id(), 1, "xid-1");
        assertThat(payments.giveUp(payment.id(), 1)).isFalse();
        payments.release(payment.id(), "xid-1");
        payments.endLease(payment.id(), 1);
        payments.takeOver(reread(payment));
        payments.giveUp(payment.id(), 2);
        payments.takeOver(reread(payment));
        payments.hold(payment.id(), 3, "xid-3");
        payments.markPaid(payment.id(), "xid-3");
        journal.note(Note.ANSWERED, payment.id(), 3, null, "COMMIT");
        payments.markEventSeen(payment.id());
        payments.markEventSeen(payment.id());

        assertThat(journalOf(payment))
                .containsExactly(
                        "1 OPENED INITIATED",
                        "1 HALF_SENT -",
                        "1 BEGUN - xid-1",
                        "1 HELD HELD xid-1",
                        "1 RELEASED RELEASED xid-1",
                        "2 TAKEN_OVER INITIATED",
                        "2 GIVEN_UP EXPIRED",
                        "3 TAKEN_OVER INITIATED",
                        "3 HELD HELD xid-3",
                        "3 PAID PAID xid-3",
                        "3 ANSWERED - COMMIT",
                        "3 EVENT_RETURNED -",
                        "3 EVENT_RETURNED -");
    }

    @Test
    void aRefusalIsJournalledWithItsCode() {
        Payment payment = open("key");

        payments.refuse(payment.id(), 1, REASON);

        assertThat(journalOf(payment)).containsExactly("1 OPENED INITIATED", "1 REFUSED REFUSED INSUFFICIENT_STOCK");
    }

    @Test
    void countsEachMoveThatWon() {
        double paid = counted("PAID", "NONE");
        double refused = counted("REFUSED", "INSUFFICIENT_STOCK");
        double expired = counted("EXPIRED", "NONE");
        Payment payment = open("key");
        payments.giveUp(payment.id(), 1);
        payments.takeOver(reread(payment));
        payments.hold(payment.id(), 2, "xid");
        assertThat(counted("PAID", "NONE")).isEqualTo(paid);

        payments.markPaid(payment.id(), "xid");
        payments.markPaid(payment.id(), "xid");
        payments.refuse(payment.id(), 2, REASON);

        assertThat(counted("EXPIRED", "NONE")).isEqualTo(expired + 1);
        assertThat(counted("PAID", "NONE")).isEqualTo(paid + 1);
        assertThat(counted("REFUSED", "INSUFFICIENT_STOCK")).isEqualTo(refused);
    }

    @Test
    void countsARefusalByItsCodeAndOnlyOnceItIsCommitted() {
        double refused = counted("REFUSED", "INSUFFICIENT_STOCK");
        Payment payment = open("key");
        TransactionTemplate transaction = testbed.bean(TransactionTemplate.class);
        transaction.executeWithoutResult(status -> {
            payments.refuse(payment.id(), 1, REASON);
            status.setRollbackOnly();
        });
        assertThat(counted("REFUSED", "INSUFFICIENT_STOCK")).isEqualTo(refused);

        transaction.executeWithoutResult(status -> payments.refuse(payment.id(), 1, REASON));

        assertThat(counted("REFUSED", "INSUFFICIENT_STOCK")).isEqualTo(refused + 1);
    }

    private static double counted(String outcome, String code) {
        return testbed
                .bean(MeterRegistry.class)
                .find("shop.payments")
                .tags("outcome", outcome, "code", code)
                .counters()
                .stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    @Test
    void aNoteThatCannotBeWrittenIsNobodysFailure() {
        PaymentJournal journal = testbed.bean(PaymentJournal.class);
        Payment payment = open("key");

        journal.note(Note.CHECKED_BACK, "no-such-payment", 1, null, "UNKNOWN");
        journal.note(Note.CHECKED_BACK, payment.id(), 0, null, "no attempt is the 0th");

        assertThat(journalOf(payment)).containsExactly("1 OPENED INITIATED");
    }

    private static List<String> journalOf(Payment payment) {
        return testbed.jdbc()
                .sql(
                        """
                        SELECT concat_ws(' ', attempt, kind, coalesce(status, '-'), xid, detail)
                          FROM payment_event WHERE payment_id = :id ORDER BY seq""")
                .param("id", payment.id())
                .query(String.class)
                .list();
    }

    private Payment open(String key) {
        return payments.open(command(key), order(), "hash").orElseThrow();
    }

    private Payment reread(Payment payment) {
        return payments.byId(payment.id()).orElseThrow();
    }

    private static void letTimeToDecidePass(Payment payment) {
        testbed.jdbc()
                .sql("UPDATE payment SET decide_by = now() - interval '1 s' WHERE id = :id")
                .param("id", payment.id())
                .update();
    }

    private PayCommand command(String key) {
        return new PayCommand(order + "-customer", order, PaymentMethod.BALANCE, key);
    }

    private PayableOrderView order() {
        return new PayableOrderView(
                order,
                order + "-customer",
                OrderStatus.PENDING_PAYMENT,
                new Money("CNY", 8_900),
                List.of(new ReserveStockCommand.Line("tee-red-m", 1)),
                Instant.now().plusSeconds(60));
    }
}
