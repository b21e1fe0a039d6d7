package io.microecommerce.payment.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.money.Money;
import io.microecommerce.api.order.OrderStatus;
import io.microecommerce.api.order.PayableOrderView;
import io.microecommerce.api.payment.PayCommand;
import io.microecommerce.api.payment.PaymentMethod;
import io.microecommerce.api.payment.ProviderCallback;
import io.microecommerce.api.payment.TopUpCommand;
import io.microecommerce.api.product.ReserveStockCommand;
import io.microecommerce.payment.PaymentService;
import io.microecommerce.payment.pay.Arbitration;
import io.microecommerce.payment.pay.Payment;
import io.microecommerce.payment.pay.PaymentStatus;
import io.microecommerce.payment.pay.Payments;
import io.microecommerce.payment.topup.TopUpStatus;
import io.microecommerce.payment.topup.TopUps;
import io.microecommerce.payment.wallet.Wallets;
import io.microecommerce.service.tcc.ParticipantTestbed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.support.TransactionTemplate;

/** Money that a provider has taken enters the books once, whoever tells of it, and ends in an order, a wallet, or with the customer. */
class CapturedMoneyTest {

    @RegisterExtension
    static final ParticipantTestbed testbed = PaymentService.testbed();

    private static final Money PRICE = new Money("CNY", 8_900);

    private final String order = UUID.randomUUID().toString();
    /** Of the charge, and of what it is for. */
    private String id = UUID.randomUUID().toString().replace("-", "");

    private final ScriptedProvider provider = new ScriptedProvider();
    private final List<String> toldStaff = new ArrayList<>();
    private final Charges charges = testbed.bean(Charges.class);
    private final Payments payments = testbed.bean(Payments.class);
    private final ProviderRefunds refunds = testbed.bean(ProviderRefunds.class);
    private final ProviderEvents events = testbed.bean(ProviderEvents.class);
    private final RefundWork refundWork = testbed.bean(RefundWork.class);
    private final Captures captures = testbed.bean(Captures.class);
    private final TransactionTemplate transaction = testbed.bean(TransactionTemplate.class);

    /** After whatever a test did: of each charge, what was captured is at one place, and what goes back is not more. */
    @AfterEach
    void whatWasCapturedIsAtOnePlace() {
        assertThat(testbed.jdbc()
                        .sql(
                                """
                                SELECT c.id || ' ' || c.state FROM charge c
                                  LEFT JOIN (SELECT charge_id, sum(amount_minor) AS minor FROM provider_refund
                                              GROUP BY charge_id) r ON r.charge_id = c.id
                                 WHERE coalesce(r.minor, 0) > coalesce(c.captured_minor, 0)
                                    OR (c.state = 'RETURNED' AND r.minor IS DISTINCT FROM c.captured_minor)""")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    void aCaptureMakesThePaymentAnybodysWorkOnceHoweverOftenItIsTold() {
        open();

        hear("event-1", captured());
        hear("event-1", captured());
        hear("event-2", captured());
        captures.record(captured());

        assertThat(payment().status()).isEqualTo(PaymentStatus.INITIATED);
        assertThat(payment().capturedAt()).isNotNull();
        assertThat(payment().leased()).isFalse();
        assertThat(charge().state()).isEqualTo(ChargeState.CAPTURED);
        assertThat(payments.capturedUndecided(1_000)).extracting(Payment::id).contains(id);
        assertThat(journal()).containsExactly("OPENED AWAITING_PROVIDER", "CAPTURED INITIATED");
    }

    @Test
    void ofCallbacksAndQueriesAtOnceOneTakesEffect() {
        open();
        List<Runnable> tellers = new ArrayList<>();
        for (int teller = 0; teller < 4; teller++) {
            String event = "event-" + teller;
            tellers.add(() -> hear(event, captured()));
            tellers.add(() -> captures.record(captured()));
        }

        assertThat(testbed.together(tellers)).allMatch(Optional::isEmpty);

        assertThat(journal()).containsExactly("OPENED AWAITING_PROVIDER", "CAPTURED INITIATED");
    }

    @Test
    void whatTheCallbackDidNotTellIsFoundByAQuery() {
        open();
        provider.take(id, PRICE);
        charges.lookSoon(id);

        look();

        assertThat(payment().status()).isEqualTo(PaymentStatus.INITIATED);
    }

    @Test
    void whatIsNotPaidInTimeIsClosedAtTheProviderAndThenHere() {
        open();
        provider.prepay(charge());
        letItExpire();
        provider.silent = true;
        look();
        assertThat(payment().status()).isEqualTo(PaymentStatus.AWAITING_PROVIDER);
        provider.silent = false;
        charges.lookSoon(id);

        look();

        assertThat(provider.query(id).orElseThrow().state()).isEqualTo(Trade.State.CLOSED);
        assertThat(payment().status()).isEqualTo(PaymentStatus.CLOSED);
        assertThat(charge().state()).isEqualTo(ChargeState.CLOSED);
    }

    @Test
    void aCustomerWhoPaysBetweenQueryAndCloseHasPaid() {
        open();
        letItExpire();
        provider.beforeClose = () -> provider.take(id, PRICE);

        look();
        look();

        assertThat(payment().status()).isEqualTo(PaymentStatus.INITIATED);
    }

    @Test
    void whatIsCapturedAfterTheCloseGoesBackOnce() {
        open();
        captures.close(id);

        hear("event", captured());
        captures.record(captured());

        assertThat(payment().status()).isEqualTo(PaymentStatus.CLOSED);
        assertThat(payment().capturedAt()).isNotNull();
        assertGoesBack(RefundCause.LATE, PRICE);
        assertThat(journal())
                .containsExactly("OPENED AWAITING_PROVIDER", "CLOSED CLOSED", "CAPTURED_LATE -", "REFUND_QUEUED -");
    }

    @Test
    void aBusinessRefusalAfterTheCaptureGivesTheMoneyBackOnce() {
        open();
        captures.record(captured());
        Payment run = payments.takeOver(payment()).orElseThrow();

        assertThat(refuse(run)).isTrue();
        assertThat(refuse(run)).isFalse();

        assertThat(payment().status()).isEqualTo(PaymentStatus.REFUSED);
        assertGoesBack(RefundCause.REFUSED, PRICE);
    }

    @Test
    void aTechnicalFailureIsTriedAgainAndGivesNothingBack() {
        open();
        captures.record(captured());
        Payment run = payments.takeOver(payment()).orElseThrow();

        payments.giveUp(id, run.attempt());
        payments.endLease(id, run.attempt());

        assertThat(payment().undecided()).isTrue();
        assertThat(refunds.ofCharge(id)).isEmpty();
        assertThat(payments.takeOver(payment())).isPresent();
    }

    @Test
    void capturedMoneyKeepsItsPlaceBetweenTwoAttempts() {
        open();
        captures.record(captured());
        Payment run = payments.takeOver(payment()).orElseThrow();
        payments.giveUp(id, run.attempt());

        Refusal refusal = org.junit.jupiter.api.Assertions.assertThrows(
                Refusal.class,
                () -> payments.open(
                        new PayCommand(customer(), order, PaymentMethod.BALANCE, "other"), order(), "hash"));

        assertThat(refusal.code()).isEqualTo(ErrorCode.ORDER_HAS_PAYMENT);
    }

    @Test
    void aCallbackThatContradictsOurRowIsNotBelievedAndTheProviderIsAsked() {
        open();
        provider.prepay(charge());

        hear(id + "-amount", ScriptedProvider.captured(id, new Money("CNY", 1)));
        hear(id + "-currency", ScriptedProvider.captured(id, new Money("USD", 8_900)));
        assertThat(payment().status()).isEqualTo(PaymentStatus.AWAITING_PROVIDER);
        assertThat(verdicts()).containsExactlyInAnyOrder("WRONG_AMOUNT open", "WRONG_CURRENCY open");
        resolve();

        assertThat(payment().status()).isEqualTo(PaymentStatus.AWAITING_PROVIDER);
        assertThat(refunds.ofCharge(id)).isEmpty();
        assertThat(verdicts()).containsExactlyInAnyOrder("WRONG_AMOUNT resolved", "WRONG_CURRENCY resolved");
    }

    @Test
    void aLieAboutTheAmountOfATrueCaptureDoesNotCostThePayment() {
        open();
        provider.take(id, PRICE);

        hear(id + "-lie", ScriptedProvider.captured(id, new Money("CNY", 1)));
        resolve();

        assertThat(payment().status()).isEqualTo(PaymentStatus.INITIATED);
    }

    @Test
    void anotherAmountThatWasReallyTakenIsRefusedAndGoesBack() {
        open();
        Money half = new Money("CNY", 4_450);
        provider.take(id, half);

        hear(id + "-amount", ScriptedProvider.captured(id, half));
        resolve();

        assertThat(payment().status()).isEqualTo(PaymentStatus.REFUSED);
        assertThat(payment().refusalCode()).isEqualTo("CAPTURE_MISMATCH");
        assertGoesBack(RefundCause.MISMATCH, half);
    }

    @Test
    void whatWasTakenUnderANumberThatIsNoneOfOursGoesBack() {
        provider.take(id, PRICE);

        hear(id + "-unknown", captured());
        assertThat(charges.byId(id)).isEmpty();
        resolve();
        resolve();

        assertGoesBack(RefundCause.MISMATCH, PRICE);
    }

    @Test
    void aNumberThatTheProviderDoesNotKnowEitherComesToNothing() {
        hear(id + "-unknown", captured());
        resolve();

        assertThat(charges.byId(id)).isEmpty();
        assertThat(verdicts()).containsExactly("UNKNOWN_ORDER resolved");
    }

    @Test
    void aRefundIsAskedForUnderOneIdUntilTheProviderConfirms() {
        giveBack();
        String refund = Captures.refundIdOf(id);
        provider.silent = true;
        workRefunds();
        assertThat(refunds.byId(refund).orElseThrow().lastError()).contains("silent");

        provider.silent = false;
        provider.nextRefund = Provider.RefundAnswer.State.PROCESSING;
        workRefunds();
        assertThat(refunds.byId(refund).orElseThrow().state()).isEqualTo(RefundState.ASKED);
        provider.nextRefund = Provider.RefundAnswer.State.ABNORMAL;
        workRefunds();
        assertThat(refunds.byId(refund).orElseThrow().state()).isEqualTo(RefundState.ABNORMAL);
        assertThat(refundWork.abnormal()).isPositive();
        provider.nextRefund = Provider.RefundAnswer.State.DONE;
        workRefunds();
        workRefunds();

        assertThat(refunds.byId(refund).orElseThrow().state()).isEqualTo(RefundState.DONE);
        assertThat(provider.asked).containsEntry(refund, 2);
        assertThat(journal()).endsWith("REFUND_QUEUED -", "REFUND_DONE -");
    }

    @Test
    void theStaffAreToldOfWhatTheArbiterGivesBack() {
        giveBack();

        refundWorker().tell();
        refundWorker().tell();

        assertThat(toldStaff).containsOnlyOnce(Captures.refundIdOf(id));
    }

    @Test
    void aTopUpIsCreditedOnceInTimeOrLate() {
        topUp();
        captures.close(id);
        assertThat(testbed.bean(TopUps.class).byId(id).orElseThrow().status()).isEqualTo(TopUpStatus.CLOSED);

        hear("event", captured());
        hear("again", captured());
        captures.record(captured());

        assertThat(testbed.bean(TopUps.class).byId(id).orElseThrow().status()).isEqualTo(TopUpStatus.CREDITED);
        assertThat(testbed.bean(Wallets.class).balance(customer()).available()).isEqualTo(PRICE);
        assertThat(testbed.bean(Wallets.class).balance(customer()).items()).hasSize(1);
        assertThat(charge().state()).isEqualTo(ChargeState.CREDITED);
    }

    @Test
    void anotherAmountThanTheTopUpsGoesBackAndCreditsNothing() {
        topUp();
        Money half = new Money("CNY", 4_450);

        captures.record(ScriptedProvider.captured(id, half));

        assertThat(testbed.bean(TopUps.class).byId(id).orElseThrow().status()).isEqualTo(TopUpStatus.REFUSED);
        assertThat(testbed.bean(Wallets.class).balance(customer()).available().minor())
                .isZero();
        assertGoesBack(RefundCause.MISMATCH, half);
    }

    private void open() {
        payments.openAwaiting(
                new PayCommand(customer(), order, PaymentMethod.WECHAT, "key"), order(), "hash", opened -> {
                    id = opened;
                    charges.open(
                            id,
                            Purpose.PAYMENT,
                            customer(),
                            PRICE,
                            "An order",
                            Instant.now().plusSeconds(600));
                });
    }

    private void topUp() {
        transaction.executeWithoutResult(status -> {
            testbed.bean(TopUps.class).open(id, new TopUpCommand(customer(), PRICE, id), "hash");
            charges.open(
                    id,
                    Purpose.TOP_UP,
                    customer(),
                    PRICE,
                    "A top-up",
                    Instant.now().plusSeconds(600));
        });
    }

    private void giveBack() {
        open();
        captures.close(id);
        captures.record(captured());
    }

    private void hear(String event, Trade trade) {
        ProviderNotice notice = new ProviderNotice(event + order, "TRANSACTION.SUCCESS", trade, null);
        new HearProvider(callback -> notice, events, captures, refundWork, transaction)
                .hear(new ProviderCallback(new byte[0], "serial", "0", "nonce", "signature"));
    }

    private void look() {
        new ChargeWorker(charges, events, captures, provider).look();
    }

    private void resolve() {
        new ChargeWorker(charges, events, captures, provider).resolve();
    }

    private void workRefunds() {
        refundWork.trySoon(Captures.refundIdOf(id));
        refundWorker().work();
    }

    private RefundWorker refundWorker() {
        return new RefundWorker(
                refundWork,
                charges,
                provider,
                refund -> toldStaff.add(refund.id()),
                List.of(Arbitration.listener(testbed)),
                transaction);
    }

    private boolean refuse(Payment payment) {
        return Arbitration.refuse(testbed, payment, new Refusal(ErrorCode.INSUFFICIENT_STOCK, "Too few."));
    }

    private void letItExpire() {
        testbed.jdbc()
                .sql("UPDATE charge SET expires_at = now() - interval '1 s', next_look_at = now() WHERE id = :id")
                .param("id", id)
                .update();
    }

    private Trade captured() {
        return ScriptedProvider.captured(id, PRICE);
    }

    private Payment payment() {
        return payments.byId(id).orElseThrow();
    }

    private Charge charge() {
        return charges.byId(id).orElseThrow();
    }

    private String customer() {
        return order + "-customer";
    }

    private List<String> journal() {
        return testbed.jdbc()
                .sql(
                        "SELECT kind || ' ' || coalesce(status, '-') FROM payment_event WHERE payment_id = :id ORDER BY seq")
                .param("id", id)
                .query(String.class)
                .list();
    }

    private List<String> verdicts() {
        return testbed.jdbc()
                .sql(
                        """
                        SELECT verdict || CASE WHEN resolved_at IS NULL THEN ' open' ELSE ' resolved' END
                          FROM provider_event WHERE subject = :id""")
                .param("id", id)
                .query(String.class)
                .list();
    }

    private void assertGoesBack(RefundCause cause, Money amount) {
        assertThat(charge().state()).isEqualTo(ChargeState.RETURNED);
        assertThat(refunds.ofCharge(id)).singleElement().satisfies(refund -> {
            assertThat(refund.cause()).isEqualTo(cause);
            assertThat(refund.amount()).isEqualTo(amount);
            assertThat(refund.state()).isEqualTo(RefundState.QUEUED);
        });
    }

    private PayableOrderView order() {
        return new PayableOrderView(
                order,
                customer(),
                OrderStatus.PENDING_PAYMENT,
                PRICE,
                List.of(new ReserveStockCommand.Line("tee-red-m", 1)),
                Instant.now().plusSeconds(60));
    }
}
