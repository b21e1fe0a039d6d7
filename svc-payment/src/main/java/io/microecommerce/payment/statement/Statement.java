package io.microecommerce.payment.statement;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far a day is reconciled.
 *
 * @param comparedAt null until it is
 * @param lines captures and refunds that the statement names
 * @param attempts how often it was asked for
 * @param lastError of the newest attempt, if it failed
 * @param open differences that nobody has resolved
 * @param found all differences
 */
public record Statement(
        LocalDate day,
        @Nullable Instant comparedAt,
        int lines,
        int attempts,
        @Nullable String lastError,
        long open,
        long found) {}
