package io.microecommerce.service.tcc;

import io.microecommerce.service.tcc.ParticipantTestbed.DelayedTry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.seata.common.Constants;
import org.apache.seata.integration.tx.api.fence.hook.TccHook;
import org.apache.seata.integration.tx.api.fence.hook.TccHookManager;
import org.apache.seata.integration.tx.api.util.JsonUtil;
import org.apache.seata.rm.tcc.api.BusinessActionContext;

/** Stands between the registration of a branch and its fence: writes every branch down, and delays those that a test delays. */
final class Branches implements TccHook {

    private final Map<String, List<Branch>> byXid = new ConcurrentHashMap<>();
    private final ThreadLocal<DelayedTry> delayed = new ThreadLocal<>();

    private Branches() {}

    static Branches watch() {
        Branches branches = new Branches();
        TccHookManager.registerHook(branches);
        return branches;
    }

    List<Branch> of(String xid) {
        return List.copyOf(byXid.getOrDefault(xid, List.of()));
    }

    /** The next Try on this thread waits at its fence. */
    void delayOnThisThread(DelayedTry next) {
        delayed.set(next);
    }

    @Override
    public void beforeTccPrepare(String xid, Long branchId, String actionName, BusinessActionContext context) {
        String applicationData = JsonUtil.toJSONString(Map.of(Constants.TX_ACTION_CONTEXT, context.getActionContext()));
        byXid.computeIfAbsent(xid, first -> new CopyOnWriteArrayList<>())
                .add(new Branch(xid, branchId, actionName, applicationData));
        DelayedTry delay = delayed.get();
        if (delay != null) {
            delayed.remove();
            delay.waitAtTheFence();
        }
    }

    @Override
    public void afterTccPrepare(String xid, Long branchId, String actionName, BusinessActionContext context) {}

    @Override
    public void beforeTccCommit(String xid, Long branchId, String actionName, BusinessActionContext context) {}

    @Override
    public void afterTccCommit(String xid, Long branchId, String actionName, BusinessActionContext context) {}

    @Override
    public void beforeTccRollback(String xid, Long branchId, String actionName, BusinessActionContext context) {}

    @Override
    public void afterTccRollback(String xid, Long branchId, String actionName, BusinessActionContext context) {}
}
