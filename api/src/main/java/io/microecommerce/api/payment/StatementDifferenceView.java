package io.microecommerce.api.payment;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something in which a statement and our rows do not agree.
 *
 * @param kind MISSING_HERE, MISSING_THERE, AMOUNT_DIFFERS, STATE_DIFFERS, TRANSACTION_DIFFERS, or one of the first four after REFUND_
 * @param subject the capture's out_trade_no, which is the id of a payment or a top-up; of a refund the out_refund_no
 * @param there what the statement says, in words
 * @param here what our row says, in words
 * @param pagedAt since when it waits for a person; null while it may still explain itself
 * @param resolvedBy {@code reconciler} if a later look explained it, else the id of a staff member; null while it is open
 * @param reason how it was explained; null while it is open
 */
public record StatementDifferenceView(
        long id,
        LocalDate day,
        String kind,
        String subject,
        String there,
        String here,
        Instant foundAt,
        @Nullable Instant pagedAt,
        @Nullable Instant resolvedAt,
        @Nullable String resolvedBy,
        @Nullable String reason)
        implements Serializable {}
