package io.microecommerce.api.payment;

import io.microecommerce.api.Limits;
import io.microecommerce.api.branch.FenceState;
import io.microecommerce.api.branch.Xids;
import io.microecommerce.api.error.Refusal;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/**
 * @param expected the fence's state of each participant, as staff saw it, by the service's name
 * @param dryRun tells what would be done, and does nothing
 */
public record ResolveTransactionCommand(
        String xid, Map<String, FenceState> expected, Action action, boolean dryRun, String reason, String staffId)
        implements Serializable {

    private static final int MAX_REASON = 500;

    /** How it is to be ended. */
    public enum Action {
        /** What is held is confirmed. */
        CONFIRM,
        /** What is held is cancelled. */
        CANCEL,
        /** Nothing is held any more, and people have repaired by hand what did not agree. */
        ACCEPT
    }

    public ResolveTransactionCommand {
        Xids.require(xid);
        Limits.requireKeptText("reason", reason, MAX_REASON);
        if (expected.isEmpty()) {
            throw Refusal.invalid("expected", "must name the fence's state of each participant");
        }
        expected = new HashMap<>(expected);
    }
}
