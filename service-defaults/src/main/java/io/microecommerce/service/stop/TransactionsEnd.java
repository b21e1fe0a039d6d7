package io.microecommerce.service.stop;

import java.time.Duration;
import org.apache.seata.core.rpc.ShutdownHook;
import org.apache.seata.integration.tx.api.fence.hook.TccHook;
import org.apache.seata.integration.tx.api.fence.hook.TccHookManager;
import org.apache.seata.rm.tcc.api.BusinessActionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Leaves the TC while the data source is still open, once the Confirms and Cancels in hand are done. One that comes later finds
 * nobody, and the TC repeats it until we are back.
 */
final class TransactionsEnd implements SmartLifecycle, TccHook {

    private static final Duration QUIET = Duration.ofMillis(100);

    /** A statement ends within two seconds. */
    private static final Duration DONE_WITHIN = Duration.ofSeconds(3);

    private static final Logger log = LoggerFactory.getLogger(TransactionsEnd.class);

    private final InHand phaseTwos = new InHand();
    private volatile boolean running;

    @Override
    public void start() {
        TccHookManager.registerHook(this);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        try {
            int left = phaseTwos.awaitQuiet(QUIET, DONE_WITHIN);
            if (left > 0) {
                log.warn("Stopping with {} Confirms or Cancels in hand; the TC repeats them", left);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        ShutdownHook.getInstance().destroyAll();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return StopPhase.TRANSACTIONS;
    }

    @Override
    public void beforeTccCommit(String xid, Long branchId, String actionName, BusinessActionContext context) {
        phaseTwos.begin();
    }

    @Override
    public void afterTccCommit(String xid, Long branchId, String actionName, BusinessActionContext context) {
        phaseTwos.end();
    }

    @Override
    public void beforeTccRollback(String xid, Long branchId, String actionName, BusinessActionContext context) {
        phaseTwos.begin();
    }

    @Override
    public void afterTccRollback(String xid, Long branchId, String actionName, BusinessActionContext context) {
        phaseTwos.end();
    }

    @Override
    public void beforeTccPrepare(String xid, Long branchId, String actionName, BusinessActionContext context) {
        // A Try is a call in hand, see CallsInHand.
    }

    @Override
    public void afterTccPrepare(String xid, Long branchId, String actionName, BusinessActionContext context) {
        // As above.
    }
}
