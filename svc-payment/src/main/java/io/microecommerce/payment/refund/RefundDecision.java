package io.microecommerce.payment.refund;

import io.microecommerce.payment.pay.Decision;
import java.util.Optional;

/** What the broker is told about the half message of a refund: {@link Decision}'s rule, for a refund's row. */
public final class RefundDecision {

    private RefundDecision() {}

    /**
     * @param refund the row; no row is unknown, never rollback: its insert may be on the way
     * @param attempt the attempt that sent the half message
     */
    public static Decision of(Optional<Refund> refund, int attempt) {
        if (refund.isEmpty()) {
            return Decision.UNKNOWN;
        }
        Refund row = refund.get();
        if (row.givenAt() != null) {
            return Decision.COMMIT;
        }
        if (row.attempt() > attempt) {
            return Decision.ROLLBACK;
        }
        return switch (row.status()) {
            case REFUSED, RELEASED, EXPIRED -> Decision.ROLLBACK;
            case INITIATED, HELD, GIVEN, DONE -> Decision.UNKNOWN;
        };
    }
}
