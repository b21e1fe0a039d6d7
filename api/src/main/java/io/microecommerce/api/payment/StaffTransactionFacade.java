package io.microecommerce.api.payment;

import io.microecommerce.api.error.Refusal;
import org.jspecify.annotations.Nullable;

/** The global transactions of payments, for staff. The gateway lets only staff reach it. */
public interface StaffTransactionFacade {

    /**
     * Payments under way, and what the auditor found; the newest first.
     *
     * @param state null for all
     * @param cursor {@link TransactionPage#next()} of the page before, with the same state; null for the first
     */
    TransactionPage transactions(TransactionView.@Nullable State state, @Nullable String cursor, int size)
            throws Refusal;

    /** @throws Refusal {@code TRANSACTION_NOT_FOUND} */
    TransactionView transaction(String xid) throws Refusal;

    /**
     * Ends by a person's word what the coordinator has lost, by the rules that the auditor follows.
     *
     * @throws Refusal {@code TRANSACTION_NOT_FOUND}; {@code TRANSACTION_CHANGED} if a branch is not as expected; {@code
     *     TRANSACTION_AT_WORK} while the coordinator works on it; {@code RESOLUTION_FORBIDDEN} if the rules leave another end
     */
    ResolutionView resolve(ResolveTransactionCommand command) throws Refusal;
}
