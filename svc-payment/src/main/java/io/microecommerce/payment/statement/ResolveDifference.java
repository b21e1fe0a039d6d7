package io.microecommerce.payment.statement;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.payment.ResolveDifferenceCommand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** The use case: a member of the staff has seen to a difference. Nothing else changes by it. */
@Service
public class ResolveDifference {

    private static final Logger log = LoggerFactory.getLogger(ResolveDifference.class);

    private final Differences differences;

    ResolveDifference(Differences differences) {
        this.differences = differences;
    }

    /** @throws Refusal as {@link io.microecommerce.api.payment.StatementFacade#resolve} says */
    public Difference resolve(ResolveDifferenceCommand command) throws Refusal {
        Difference known = differences
                .byId(command.day(), command.differenceId())
                .orElseThrow(() -> new Refusal(
                        ErrorCode.STATEMENT_DIFFERENCE_NOT_FOUND,
                        "The statement of " + command.day() + " has no difference " + command.differenceId() + "."));
        if (!differences.resolve(known.id(), command.staffId(), command.reason())) {
            throw new Refusal(
                    ErrorCode.STATEMENT_DIFFERENCE_RESOLVED,
                    "It is resolved already; read it again to see by whom, and why.");
        }
        log.warn(
                "Difference {} of {} ({} of {}) was resolved by {}: {}",
                known.id(),
                known.day(),
                known.kind(),
                known.subject(),
                command.staffId(),
                command.reason());
        return differences.byId(command.day(), command.differenceId()).orElse(known);
    }
}
