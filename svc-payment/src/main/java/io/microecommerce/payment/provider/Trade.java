package io.microecommerce.payment.provider;

import io.microecommerce.api.money.Money;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the provider says of a trade, in a callback or in the answer to a query.
 *
 * @param id our id of it, as far as the provider tells the truth
 * @param ours whether it names our account, our application and the kind of trade that we ask for
 * @param transactionId the provider's id of the capture; set if CAPTURED
 * @param amountMinor what was taken; set if CAPTURED, as are the two after it
 */
public record Trade(
        String id,
        State state,
        boolean ours,
        @Nullable String transactionId,
        @Nullable Long amountMinor,
        @Nullable String currency,
        @Nullable Instant capturedAt) {

    /** How far the provider is with it. */
    public enum State {
        /** The customer may pay, or is paying. */
        OPEN,
        CAPTURED,
        /** The provider will take nothing for it. */
        CLOSED
    }

    /** What is wrong with a capture. */
    public enum Verdict {
        TAKEN,
        IGNORED,
        UNKNOWN_ORDER,
        WRONG_AMOUNT,
        WRONG_CURRENCY,
        WRONG_ACCOUNT
    }

    public Trade {
        if (state == State.CAPTURED
                && (transactionId == null
                        || amountMinor == null
                        || amountMinor <= 0
                        || currency == null
                        || capturedAt == null)) {
            throw new IllegalArgumentException("A capture without transaction, amount or time: " + id);
        }
    }

    /** TAKEN if this is the capture that was asked for; else the first thing that is wrong with it. */
    Verdict against(Charge charge) {
        if (!ours) {
            return Verdict.WRONG_ACCOUNT;
        }
        if (!charge.amount().currency().equals(currency)) {
            return Verdict.WRONG_CURRENCY;
        }
        return Objects.equals(charge.amount().minor(), amountMinor) ? Verdict.TAKEN : Verdict.WRONG_AMOUNT;
    }

    public String requireTransactionId() {
        return Objects.requireNonNull(transactionId, "Only a capture has a transaction");
    }

    public Instant requireCapturedAt() {
        return Objects.requireNonNull(capturedAt, "Only a capture has a time");
    }

    public Money requireAmount() {
        return new Money(Objects.requireNonNull(currency), Objects.requireNonNull(amountMinor));
    }
}
