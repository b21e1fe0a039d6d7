package io.microecommerce.customer.ledger;

import java.time.Instant;

/**
 * A refund's claim on the rewards of its payment.
 *
 * @param xid the refund's global transaction
 * @param since when it was marked
 */
public record RewardClaim(String xid, String refundId, String paymentId, String orderId, State state, Instant since) {

    /** How far it is. */
    public enum State {
        /** By Try. May become any other. */
        MARKED,
        /** By Confirm, final: awards of the payment are taken back, those that are there and those that come. */
        TAKEN,
        /** By Cancel, final. */
        RELEASED
    }
}
