package io.microecommerce.payment.provider;

import io.microecommerce.api.money.Money;
import java.util.Optional;

/** A payment provider, as we need it. Every call may be repeated: the provider knows trades and refunds by our ids. */
public interface Provider {

    /** Whether one is configured. */
    boolean available();

    /** Whether it can be asked for that amount at once. */
    boolean takes(Money amount);

    /**
     * Lets the customer pay; the same charge again gives the same.
     *
     * @return what the customer scans
     * @throws ProviderException also where it may have happened
     */
    String prepay(Charge charge);

    /** Empty if the provider knows no such trade. */
    Optional<Trade> query(String chargeId);

    /**
     * The provider takes nothing for it any more.
     *
     * @return false if it cannot be closed, because it is paid: query it
     */
    boolean close(String chargeId);

    /** Asks for the refund, or once more for the same. */
    RefundAnswer refund(Charge charge, ProviderRefund refund);

    /** Empty if the provider knows no such refund. */
    Optional<RefundAnswer> refundState(String refundId);

    /**
     * @param providerRefundId the provider's id of it
     * @param said its state in the provider's own word
     */
    record RefundAnswer(State state, String providerRefundId, String said) {

        /** How far the provider is with it. */
        public enum State {
            PROCESSING,
            DONE,
            /** A person must see to it at the provider. */
            ABNORMAL
        }
    }
}
