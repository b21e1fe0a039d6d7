package io.microecommerce.payment.statement;

import io.microecommerce.api.money.Money;
import io.microecommerce.payment.provider.ChargeState;
import io.microecommerce.payment.provider.RefundState;
import io.microecommerce.payment.provider.StatementLine;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the statements and our row say of one capture or refund.
 *
 * @param day the statement's that names it; that of our row where none does
 * @param there null where no statement names it
 * @param here null where we have no row
 */
public record Pair(StatementLine.Kind kind, String subject, LocalDate day, @Nullable Side there, @Nullable Side here) {

    /**
     * One side of it.
     *
     * @param state a {@link StatementLine.State} there; here a {@link ChargeState} or a {@link RefundState}
     * @param providerId null where the provider has told us none
     */
    public record Side(String state, Money amount, @Nullable String providerId) {

        String inWords() {
            return state + " " + amount.minor() + " " + amount.currency()
                    + (providerId == null ? "" : ", " + providerId);
        }
    }

    /** In what they do not agree; empty if they do. */
    Optional<DifferenceKind> difference() {
        boolean capture = kind == StatementLine.Kind.CAPTURE;
        if (here == null) {
            return Optional.of(capture ? DifferenceKind.MISSING_HERE : DifferenceKind.REFUND_MISSING_HERE);
        }
        if (there == null) {
            return Optional.of(capture ? DifferenceKind.MISSING_THERE : DifferenceKind.REFUND_MISSING_THERE);
        }
        return capture ? ofCapture(there, here) : ofRefund(there, here);
    }

    private static Optional<DifferenceKind> ofCapture(Side there, Side here) {
        if (here.providerId() == null) {
            return Optional.of(DifferenceKind.STATE_DIFFERS);
        }
        if (!there.amount().equals(here.amount())) {
            return Optional.of(DifferenceKind.AMOUNT_DIFFERS);
        }
        return Objects.equals(there.providerId(), here.providerId())
                ? Optional.empty()
                : Optional.of(DifferenceKind.TRANSACTION_DIFFERS);
    }

    private static Optional<DifferenceKind> ofRefund(Side there, Side here) {
        if (!there.amount().equals(here.amount())) {
            return Optional.of(DifferenceKind.REFUND_AMOUNT_DIFFERS);
        }
        return possible(StatementLine.State.valueOf(there.state()), RefundState.valueOf(here.state()))
                ? Optional.empty()
                : Optional.of(DifferenceKind.REFUND_STATE_DIFFERS);
    }

    /** A statement is a day old: we may know more than it does, and never less. */
    private static boolean possible(StatementLine.State there, RefundState here) {
        return switch (there) {
            case PROCESSING -> true;
            case DONE -> here == RefundState.DONE;
            case ABNORMAL -> here == RefundState.ABNORMAL || here == RefundState.DONE;
            // We call it abnormal too: somebody must pay the customer in another way.
            case FAILED -> here == RefundState.ABNORMAL;
        };
    }

    public String thereInWords() {
        return there == null ? "nothing" : there.inWords();
    }

    public String hereInWords() {
        return here == null ? "nothing" : here.inWords();
    }
}
