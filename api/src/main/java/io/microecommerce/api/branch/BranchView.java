package io.microecommerce.api.branch;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One participant's part in one global transaction.
 *
 * @param service the participant, {@code svc-order}
 * @param action the name under which its branch is registered, {@code order-hold}
 * @param hold what its own rows say, which agrees with the fence unless a hand was in the database
 * @param paymentId null where the participant does not know it
 * @param orderId null where the participant does not know it
 * @param what its rows in words; empty if there are none
 * @param since when its Try committed; null if it never did
 */
public record BranchView(
        String service,
        String action,
        String xid,
        FenceState fence,
        HoldState hold,
        @Nullable String paymentId,
        @Nullable String orderId,
        String what,
        @Nullable Instant since)
        implements Serializable {

    /** Whether something is still to be settled here. */
    public boolean open() {
        return fence == FenceState.TRIED || fence == FenceState.CONFLICTING || hold == HoldState.HELD;
    }
}
