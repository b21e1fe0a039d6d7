package io.microecommerce.service.tcc;

import org.apache.seata.common.loader.LoadLevel;
import org.apache.seata.core.exception.TransactionException;
import org.apache.seata.core.model.BranchStatus;
import org.apache.seata.core.model.BranchType;
import org.apache.seata.rm.tcc.TCCResourceManager;

/**
 * Seata's own, which swallows what a Confirm or Cancel throws and has the coordinator try again for ever. This one also counts, and
 * joins both to the trace of their Try.
 * Seata makes it, through its service loader; of two for TCC the one of the higher order stays.
 */
@LoadLevel(name = "countedTcc", order = 100)
public final class CountedTccResourceManager extends TCCResourceManager {

    @Override
    public Long branchRegister(
            BranchType branchType,
            String resourceId,
            String clientId,
            String xid,
            String applicationData,
            String lockKeys)
            throws TransactionException {
        return super.branchRegister(
                branchType, resourceId, clientId, xid, BranchTrace.takenAlong(applicationData), lockKeys);
    }

    @Override
    public BranchStatus branchCommit(
            BranchType branchType, String xid, long branchId, String resourceId, String applicationData)
            throws TransactionException {
        try (BranchTrace trace = BranchTrace.continued("confirm " + resourceId, xid, applicationData)) {
            BranchStatus status = super.branchCommit(branchType, xid, branchId, resourceId, applicationData);
            PhaseTwoFailures.ended(resourceId, "confirm", branchId, status == BranchStatus.PhaseTwo_Committed);
            return trace.ended(status);
        }
    }

    @Override
    public BranchStatus branchRollback(
            BranchType branchType, String xid, long branchId, String resourceId, String applicationData)
            throws TransactionException {
        try (BranchTrace trace = BranchTrace.continued("cancel " + resourceId, xid, applicationData)) {
            BranchStatus status = super.branchRollback(branchType, xid, branchId, resourceId, applicationData);
            PhaseTwoFailures.ended(resourceId, "cancel", branchId, status == BranchStatus.PhaseTwo_Rollbacked);
            return trace.ended(status);
        }
    }
}
