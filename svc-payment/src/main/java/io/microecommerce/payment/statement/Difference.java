package io.microecommerce.payment.statement;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A difference as its row stood when it was read.
 *
 * @param there what the statement says, in words
 * @param here what our row says, in words
 * @param pagedAt since when it waits for a person
 * @param resolvedBy {@link Differences#RECONCILER}, or the id of a staff member; null while it is open
 */
public record Difference(
        long id,
        LocalDate day,
        DifferenceKind kind,
        String subject,
        String there,
        String here,
        Instant foundAt,
        @Nullable Instant pagedAt,
        @Nullable Instant resolvedAt,
        @Nullable String resolvedBy,
        @Nullable String reason) {}
