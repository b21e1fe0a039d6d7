package io.microecommerce.payment.pay.tcc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microecommerce.api.branch.BranchView;
import io.microecommerce.api.branch.FenceState;
import io.microecommerce.api.branch.HoldState;
import io.microecommerce.api.branch.SettleBranchCommand;
import io.microecommerce.api.branch.Settlement;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.money.Money;
import io.microecommerce.api.payment.PaymentMethod;
import io.microecommerce.api.payment.WalletView;
import io.microecommerce.payment.PaymentService;
import io.microecommerce.payment.pay.PaymentStatus;
import io.microecommerce.payment.pay.Payments;
import io.microecommerce.payment.wallet.Wallets;
import io.microecommerce.service.tcc.AuditedBranches;
import io.microecommerce.service.tcc.ParticipantTestbed;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.seata.core.model.BranchStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Money that is settled past the coordinator. */
class HeldPaymentsTest {

    @RegisterExtension
    static final ParticipantTestbed testbed = PaymentService.testbed();

    private static final long WALLET = 10_000;
    private static final long PRICE = 8_900;

    private final String customer = UUID.randomUUID().toString();
    private final String payment = UUID.randomUUID().toString();
    private String xid = "";

    @BeforeEach
    void aPaymentHoldsItsMoney() {
        testbed.jdbc()
                .sql("INSERT INTO wallet (customer_id, currency, available_minor) VALUES (:customer, 'CNY', :minor)")
                .param("customer", customer)
                .param("minor", WALLET)
                .update();
        testbed.jdbc()
                .sql(
                        """
                        INSERT INTO payment (id, customer_id, order_id, method, amount_minor, currency, status, attempt,
                                             lease_until, decide_by, idempotency_key, request_hash)
                        VALUES (:id, :customer, :id, 'BALANCE', :minor, 'CNY', 'INITIATED', 1,
                                now(), now() + interval '1 hour', :id, 'hash')""")
                .param("id", payment)
                .param("customer", customer)
                .param("minor", PRICE)
                .update();
        xid = testbed.begin();
        testbed.runTry(xid, () -> testbed.bean(PaymentTccParticipant.class)
                .tryHold(payment, 1, PaymentMethod.BALANCE, customer, new Money("CNY", PRICE)));
    }

    @Test
    void showsTheMoneyThatIsHeldAndForHowLong() {
        BranchView branch = branches().branches(List.of(xid, "unknown")).get(0);

        assertThat(branch.fence()).isEqualTo(FenceState.TRIED);
        assertThat(branch.hold()).isEqualTo(HoldState.HELD);
        assertThat(branch.paymentId()).isEqualTo(payment);
        assertThat(branch.what()).contains("HELD", "8900 CNY");
        assertThat(branches().branches(List.of("unknown")).get(0).fence()).isEqualTo(FenceState.ABSENT);
        assertThat(branches().heldLongerThan(0, 200)).containsOnlyOnce(xid);
        assertThat(branches().heldLongerThan(Duration.ofHours(1).toMillis(), 200))
                .doesNotContain(xid);
        testbed.rollback(xid);
    }

    @Test
    void confirmsAsConfirmDoesAndOnce() {
        assertThat(settle(Settlement.CONFIRM).hold()).isEqualTo(HoldState.CONFIRMED);

        assertThat(status()).isEqualTo(PaymentStatus.PAID);
        assertWallet(WALLET - PRICE, 0);
        assertChanged(Settlement.CONFIRM);
        assertChanged(Settlement.CANCEL);
        assertThat(testbed.deliverConfirm(testbed.branches(xid).get(0))).isEqualTo(BranchStatus.PhaseTwo_Committed);
        assertWallet(WALLET - PRICE, 0);
    }

    @Test
    void cancelsAsCancelDoesAndOnce() {
        assertThat(settle(Settlement.CANCEL).hold()).isEqualTo(HoldState.NONE);

        assertThat(status()).isEqualTo(PaymentStatus.RELEASED);
        assertWallet(WALLET, 0);
        assertChanged(Settlement.CANCEL);
        assertThat(testbed.deliverCancel(testbed.branches(xid).get(0))).isEqualTo(BranchStatus.PhaseTwo_Rollbacked);
        assertWallet(WALLET, 0);
    }

    @Test
    void leavesAloneWhatTheCoordinatorHasConfirmed() {
        testbed.commit(xid);

        assertChanged(Settlement.CANCEL);

        assertThat(status()).isEqualTo(PaymentStatus.PAID);
    }

    private BranchView settle(Settlement settlement) {
        return branches().settle(new SettleBranchCommand(xid, settlement, FenceState.TRIED, false));
    }

    private void assertChanged(Settlement settlement) {
        assertThatThrownBy(() -> settle(settlement))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.TRANSACTION_CHANGED));
    }

    private PaymentStatus status() {
        return testbed.bean(Payments.class).byId(payment).orElseThrow().status();
    }

    private void assertWallet(long available, long frozen) {
        WalletView wallet = testbed.bean(Wallets.class).balance(customer);
        assertThat(wallet.available()).isEqualTo(new Money("CNY", available));
        assertThat(wallet.frozen()).isEqualTo(new Money("CNY", frozen));
    }

    private static AuditedBranches branches() {
        return testbed.bean(AuditedBranches.class);
    }
}
