package io.microecommerce.e2e.faults;

import org.apache.seata.integration.tx.api.fence.hook.TccHook;
import org.apache.seata.rm.tcc.api.BusinessActionContext;

/** Seata calls these around the local transaction of each phase: before it begins, and after it is committed or rolled back. */
final class BranchCrashPoints implements TccHook {

    private final FaultFolder folder;

    BranchCrashPoints(FaultFolder folder) {
        this.folder = folder;
    }

    @Override
    public void beforeTccPrepare(String xid, Long branchId, String action, BusinessActionContext context) {
        folder.reached(action + ".BEFORE_TRY");
    }

    @Override
    public void afterTccPrepare(String xid, Long branchId, String action, BusinessActionContext context) {
        folder.reached(action + ".AFTER_TRY");
    }

    @Override
    public void beforeTccCommit(String xid, Long branchId, String action, BusinessActionContext context) {
        folder.reached(action + ".BEFORE_CONFIRM");
    }

    @Override
    public void afterTccCommit(String xid, Long branchId, String action, BusinessActionContext context) {
        folder.reached(action + ".AFTER_CONFIRM");
    }

    @Override
    public void beforeTccRollback(String xid, Long branchId, String action, BusinessActionContext context) {
        folder.reached(action + ".BEFORE_CANCEL");
    }

    @Override
    public void afterTccRollback(String xid, Long branchId, String action, BusinessActionContext context) {
        folder.reached(action + ".AFTER_CANCEL");
    }
}
