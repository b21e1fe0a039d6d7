package io.microecommerce.api.branch;

import io.microecommerce.api.error.Refusal;
import java.util.List;

/**
 * A participant as the auditor sees it. Each participant offers it under its own name as the Dubbo group. It is for the case that
 * the coordinator has lost a transaction; as long as it has not, phase two is the coordinator's alone.
 */
public interface BranchFacade {

    /**
     * The XIDs under which this service has held something, or its fence stood at TRIED, for longer than that by its database's
     * clock; the oldest first.
     *
     * @param limit 1 to {@link Xids#MAX_AT_ONCE}
     */
    List<String> heldLongerThan(long millis, int limit) throws Refusal;

    /**
     * One view an XID, in the order asked; also where there is nothing.
     *
     * @param xids at most {@link Xids#MAX_AT_ONCE}
     */
    List<BranchView> branches(List<String> xids) throws Refusal;

    /**
     * Moves the fence's row and what is held in one local transaction, by the code of the participant's own Confirm or Cancel. A
     * phase two that comes at the same time waits for the fence's row, and then finds it done; or was faster, and this is refused.
     *
     * @return the branch afterwards
     * @throws Refusal {@code TRANSACTION_CHANGED} if the fence is not as expected; {@code RESOLUTION_FORBIDDEN} if the branch
     *     cannot come to this end
     */
    BranchView settle(SettleBranchCommand command) throws Refusal;
}
