package io.microecommerce.payment.provider;

import io.microecommerce.api.money.Money;

/**
 * What the provider's statement says of one capture or refund.
 *
 * @param subject ours: of a capture the out_trade_no, of a refund the out_refund_no
 * @param providerId the provider's id of it
 */
public record StatementLine(Kind kind, String subject, String providerId, Money amount, State state) {

    /** What a line is about. */
    public enum Kind {
        CAPTURE,
        REFUND
    }

    /** How far it was when the statement was made; a capture is always DONE. */
    public enum State {
        PROCESSING,
        DONE,
        /** A person must see to it at the provider. */
        ABNORMAL,
        /** It was called off, and the money stays with us. */
        FAILED
    }
}
