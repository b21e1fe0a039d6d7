package io.microecommerce.payment.pay;

import java.util.Optional;

/** What the broker is told about a half message: read from the row, never from an exception or a status of Seata. */
public enum Decision {
    /** The order is paid: deliver. */
    COMMIT,
    /** This attempt can no longer pay the order: drop. */
    ROLLBACK,
    /** Ask again. */
    UNKNOWN;

    /**
     * The rule of steps 5 and 6.
     *
     * @param payment the row; no row is unknown, never rollback: its insert may be on the way
     * @param attempt the attempt that sent the half message
     */
    public static Decision of(Optional<Payment> payment, int attempt) {
        if (payment.isEmpty()) {
            return UNKNOWN;
        }
        Payment row = payment.get();
        if (row.paidAt() != null) {
            return COMMIT;
        }
        if (row.attempt() > attempt) {
            return ROLLBACK;
        }
        return switch (row.status()) {
            case REFUSED, RELEASED, EXPIRED, CLOSED -> ROLLBACK;
            case AWAITING_PROVIDER, INITIATED, HELD, PAID -> UNKNOWN;
        };
    }
}
