package io.microecommerce.payment.statement;

import io.microecommerce.payment.provider.StatementLine;

/** In what a statement and our rows do not agree. */
public enum DifferenceKind {
    /** The provider captured something under a number that is none of ours. It is asked, and what it has goes back. */
    MISSING_HERE,
    /** We have a capture of that day, and the statement does not name it. */
    MISSING_THERE,
    /** Another amount, or another currency, than our row has. */
    AMOUNT_DIFFERS,
    /** The provider has captured what our row says was not. It is asked, and the capture is booked late. */
    STATE_DIFFERS,
    /** The capture has another number at the provider than the one that we booked: the customer may have paid twice. */
    TRANSACTION_DIFFERS,
    /** The provider pays back what we never asked for, as when a person does it in its console. */
    REFUND_MISSING_HERE,
    /** The provider has taken our refund, and no statement names it. The next day's may: it goes by when the provider took it. */
    REFUND_MISSING_THERE,
    REFUND_AMOUNT_DIFFERS,
    /** The refund is further at the provider than here, or ended otherwise. It is asked. */
    REFUND_STATE_DIFFERS;

    private static final String OF_REFUND = "REFUND_";

    /** What its subject is. */
    public StatementLine.Kind about() {
        return name().startsWith(OF_REFUND) ? StatementLine.Kind.REFUND : StatementLine.Kind.CAPTURE;
    }
}
