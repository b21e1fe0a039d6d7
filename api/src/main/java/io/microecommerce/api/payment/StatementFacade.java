package io.microecommerce.api.payment;

import io.microecommerce.api.error.Refusal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The payment provider's daily statements and where our rows differ from them, for staff. The gateway lets only staff reach it. */
public interface StatementFacade {

    /**
     * The newest first, without their differences.
     *
     * @param cursor {@link StatementPage#next()} of the page before; null for the first
     * @throws Refusal {@code INVALID_FIELD} for a cursor that no page gave, or a size out of bounds
     */
    StatementPage statements(@Nullable String cursor, int size) throws Refusal;

    /**
     * One with its differences, the open ones first, at most {@link StatementView#MAX_DIFFERENCES} of them.
     *
     * @param day a day of the provider's
     * @throws Refusal {@code STATEMENT_NOT_FOUND}
     */
    StatementView statement(LocalDate day) throws Refusal;

    /**
     * A member of the staff has seen to a difference. Not repeatable: whose word stands is who was first.
     *
     * @throws Refusal {@code STATEMENT_DIFFERENCE_NOT_FOUND}; {@code STATEMENT_DIFFERENCE_RESOLVED} if somebody, or a later look, was
     *     faster
     */
    StatementDifferenceView resolve(ResolveDifferenceCommand command) throws Refusal;
}
