package io.microecommerce.payment.audit;

/**
 * What is to be done about a global transaction.
 *
 * @param why in words, for staff
 */
public record Verdict(Kind kind, Rule rule, String why) {

    /** What is to be done. */
    public enum Kind {
        /** Nothing: the coordinator works on it. */
        WAIT,
        /** What is still tried is confirmed. */
        CONFIRM,
        /** What is still tried is cancelled. */
        CANCEL,
        /** A person must look. */
        PAGE,
        /** Nothing: it has come to its end. */
        SETTLED
    }

    /** Why. */
    public enum Rule {
        /** Every branch has come to the same end. */
        ALL_ENDED(Kind.SETTLED),
        /** Whatever is held, phase two is the coordinator's as long as it knows the transaction. */
        COORDINATOR_AT_WORK(Kind.WAIT),
        /** Only after the decision to commit is a branch confirmed. */
        ONE_CONFIRMED(Kind.CONFIRM),
        /** Only after the decision to roll back is a branch cancelled. */
        ONE_CANCELLED(Kind.CANCEL),
        /** The payment holds no money under this transaction, so nothing will ever pay for what the others hold. */
        PAYMENT_NOT_HELD(Kind.CANCEL),
        /** A Try is missing, and without it nobody can have decided to commit. */
        TRY_MISSING(Kind.CANCEL),
        /** Nothing is decided, and nobody is left who would. */
        ALL_TRIED(Kind.CANCEL),
        /** One branch is confirmed and another one cancelled. */
        MIXED(Kind.PAGE),
        /** One branch is confirmed, and another one was never tried. */
        CONFIRMED_WITHOUT_TRY(Kind.PAGE),
        /** Rows are held for which the fence knows no Try that waits. */
        HELD_WITHOUT_TRY(Kind.PAGE),
        /** The fence knows a Try whose rows are not held. */
        TRIED_WITHOUT_HOLD(Kind.PAGE),
        /** The fence says several things of one transaction. */
        FENCE_CONFLICTING(Kind.PAGE);

        private final Kind kind;

        Rule(Kind kind) {
            this.kind = kind;
        }

        Verdict because(String why) {
            return new Verdict(kind, this, why);
        }
    }
}
