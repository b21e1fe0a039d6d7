package io.microecommerce.api.payment;

import io.microecommerce.api.Limits;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * @param day of the statement that the difference belongs to
 * @param reason what was found out, and done; kept with the difference
 */
public record ResolveDifferenceCommand(LocalDate day, long differenceId, String reason, String staffId)
        implements Serializable {

    private static final int MAX_REASON = 500;

    public ResolveDifferenceCommand {
        Limits.requireKeptText("reason", reason, MAX_REASON);
    }
}
