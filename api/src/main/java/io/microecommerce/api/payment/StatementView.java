package io.microecommerce.api.payment;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the payment provider says it has captured and refunded on a day.
 *
 * @param day the provider's, which begins at midnight in Beijing
 * @param comparedAt when it was fetched and compared with our rows; null before that
 * @param lines captures and refunds that it names; 0 before that
 * @param attempts how often it was asked for
 * @param lastError why the newest attempt failed; null if it did not
 * @param open differences that nobody has resolved
 * @param found all differences, resolved ones among them
 * @param differences left out of lists
 */
public record StatementView(
        LocalDate day,
        @Nullable Instant comparedAt,
        int lines,
        int attempts,
        @Nullable String lastError,
        long open,
        long found,
        List<StatementDifferenceView> differences)
        implements Serializable {

    public static final int MAX_DIFFERENCES = 500;

    public StatementView {
        differences = List.copyOf(differences);
    }
}
