package io.microecommerce.gateway.statement.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.microecommerce.api.payment.StatementDifferenceView;
import io.microecommerce.api.payment.StatementView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the payment provider says of a day.
 *
 * @param date the provider's day, in Beijing
 * @param comparedAt null until it is
 * @param lines captures and refunds that it names
 * @param attempts how often it was asked for
 * @param lastError of the newest attempt, if it failed
 * @param open differences that nobody has resolved
 * @param found all differences
 * @param differences the open ones first, at most 500; left out of lists
 */
record StatementResponse(
        LocalDate date,
        @Nullable Instant comparedAt,
        int lines,
        int attempts,
        @Nullable String lastError,
        long open,
        long found,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<DifferenceResponse> differences) {

    static StatementResponse inList(StatementView statement) {
        return of(statement, null);
    }

    static StatementResponse complete(StatementView statement) {
        return of(
                statement,
                statement.differences().stream().map(DifferenceResponse::of).toList());
    }

    private static StatementResponse of(StatementView statement, @Nullable List<DifferenceResponse> differences) {
        return new StatementResponse(
                statement.day(),
                statement.comparedAt(),
                statement.lines(),
                statement.attempts(),
                statement.lastError(),
                statement.open(),
                statement.found(),
                differences);
    }

    /**
     * Something in which the statement and our rows do not agree.
     *
     * @param subject a payment's or a top-up's id; of a refund its own
     * @param there what the statement says
     * @param here what our row says
     * @param pagedAt since when it waits for a person; null while it may explain itself
     * @param resolvedBy reconciler, or the id of a member of the staff
     */
    record DifferenceResponse(
            String id,
            String kind,
            String subject,
            String there,
            String here,
            Instant foundAt,
            @Nullable Instant pagedAt,
            @Nullable Instant resolvedAt,
            @Nullable String resolvedBy,
            @Nullable String reason) {

        static DifferenceResponse of(StatementDifferenceView difference) {
            return new DifferenceResponse(
                    Long.toString(difference.id()),
                    difference.kind(),
                    difference.subject(),
                    difference.there(),
                    difference.here(),
                    difference.foundAt(),
                    difference.pagedAt(),
                    difference.resolvedAt(),
                    difference.resolvedBy(),
                    difference.reason());
        }
    }
}
