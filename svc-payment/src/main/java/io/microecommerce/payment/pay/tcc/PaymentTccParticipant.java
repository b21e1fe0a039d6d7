package io.microecommerce.payment.pay.tcc;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.money.Money;
import io.microecommerce.api.payment.PaymentMethod;
import io.microecommerce.payment.pay.Payments;
import io.microecommerce.payment.provider.Charges;
import io.microecommerce.payment.wallet.Wallets;
import io.microecommerce.service.tcc.BranchContext;
import io.microecommerce.service.tcc.FencedTry;
import org.apache.seata.rm.tcc.api.BusinessActionContext;
import org.apache.seata.rm.tcc.api.BusinessActionContextParameter;
import org.apache.seata.rm.tcc.api.LocalTCC;
import org.apache.seata.rm.tcc.api.TwoPhaseBusinessAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The payment's branch: INITIATED to HELD with the money frozen; then PAID with the money gone, or RELEASED with the money back.
 * The money is the wallet's, or what the provider has captured for this payment.
 * The fence makes Confirm and Cancel run once, and a Try that comes after its Cancel fail.
 */
@Component
@LocalTCC
public class PaymentTccParticipant {

    /** Unique among all services; branches that were registered under it outlive an upgrade. */
    static final String ACTION = "payment-hold";

    static final String PAYMENT_ID = "paymentId";

    private static final Logger log = LoggerFactory.getLogger(PaymentTccParticipant.class);

    private final Payments payments;
    private final Wallets wallets;
    private final Charges charges;

    PaymentTccParticipant(Payments payments, Wallets wallets, Charges charges) {
        this.payments = payments;
        this.wallets = wallets;
        this.charges = charges;
    }

    /**
     * Try. All business checks stand here, so that Confirm cannot refuse.
     *
     * @throws Refusal {@code INSUFFICIENT_BALANCE}
     * @throws IllegalStateException if the attempt is over: expired, or taken over by a later one
     */
    @TwoPhaseBusinessAction(name = ACTION, commitMethod = "confirm", rollbackMethod = "cancel", useTCCFence = true)
    public void tryHold(
            @BusinessActionContextParameter(PAYMENT_ID) String paymentId,
            int attempt,
            PaymentMethod method,
            String customerId,
            Money amount) {
        String xid = FencedTry.requireXid();
        if (!payments.hold(paymentId, attempt, xid)) {
            throw new IllegalStateException("Attempt " + attempt + " of payment " + paymentId + " is over");
        }
        switch (method) {
            case BALANCE -> {
                if (!wallets.freeze(customerId, amount)) {
                    throw new Refusal(
                            ErrorCode.INSUFFICIENT_BALANCE,
                            "The wallet holds less than the order costs; top it up first.");
                }
            }
            case WECHAT -> requireOurs(charges.freeze(paymentId), "frozen", xid);
        }
    }

    /** HELD to PAID; the frozen money leaves the wallet. */
    public boolean confirm(BusinessActionContext branch) {
        String paymentId = BranchContext.required(branch, PAYMENT_ID);
        requireOurs(payments.markPaid(paymentId, branch.getXid()), "paid", branch.getXid());
        switch (methodOf(paymentId)) {
            case BALANCE -> wallets.spendFrozen(paymentId);
            case WECHAT -> requireOurs(charges.spend(paymentId), "spent", branch.getXid());
        }
        log.info("Payment {} is PAID, xid {}", paymentId, branch.getXid());
        return true;
    }

    /** HELD to RELEASED; the frozen money is available again. */
    public boolean cancel(BusinessActionContext branch) {
        String paymentId = BranchContext.required(branch, PAYMENT_ID);
        requireOurs(payments.release(paymentId, branch.getXid()), "released", branch.getXid());
        switch (methodOf(paymentId)) {
            case BALANCE -> wallets.unfreeze(paymentId);
            case WECHAT -> requireOurs(charges.unfreeze(paymentId), "released", branch.getXid());
        }
        log.info("Payment {} is RELEASED, xid {}", paymentId, branch.getXid());
        return true;
    }

    /** Read from the row, not from the branch: branches that an earlier version registered, or the auditor makes, do not carry it. */
    private PaymentMethod methodOf(String paymentId) {
        return payments.byId(paymentId)
                .orElseThrow(() -> new IllegalStateException("Payment " + paymentId + " vanished"))
                .method();
    }

    /** The fence has let only a tried branch through, so its rows must be there; if not, the TC retries and somebody looks. */
    private static void requireOurs(boolean moved, String to, String xid) {
        if (!moved) {
            throw new IllegalStateException("No money is held under xid " + xid + " to be " + to);
        }
    }
}
