package io.microecommerce.service.tcc;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * What a participant holds for one kind of global transaction, for who has to settle it without the coordinator. A service has a
 * bean of this for each kind that it takes part in, with at most one branch in each transaction, and gets {@link AuditedBranches}
 * for them.
 */
public interface Holds {

    /** The name under which the branch is registered. */
    String action();

    /** What stands under these XIDs; an XID under which nothing ever stood is left out. */
    List<Hold> under(Collection<String> xids);

    /** The XIDs that have held something for longer than that, by the database's clock, the oldest first. */
    List<String> heldFor(Duration atLeast, int limit);

    /**
     * What the participant's Confirm does, in the caller's transaction.
     *
     * @throws IllegalStateException if the transaction does not hold what it held
     */
    void confirm(Hold hold);

    /**
     * What the participant's Cancel does, in the caller's transaction.
     *
     * @throws IllegalStateException if the transaction does not hold what it held
     */
    void cancel(Hold hold);
}
