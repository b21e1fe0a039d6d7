package io.microecommerce.service.tcc;

import org.apache.seata.core.context.RootContext;
import org.apache.seata.rm.tcc.api.BusinessActionContext;
import org.apache.seata.rm.tcc.api.BusinessActionContextUtil;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The check with which every Try begins.
 *
 * <p>Seata runs a Try silently unfenced and unregistered when no XID is bound, and when the call does not pass its proxy (a
 * self-invocation). Neither Confirm nor Cancel would ever come for what such a Try holds.
 */
public final class FencedTry {

    private FencedTry() {}

    /**
     * @return the XID of the global transaction that this Try belongs to
     * @throws IllegalStateException if this is not a registered branch inside its fence's transaction
     */
    public static String requireXid() {
        BusinessActionContext branch = BusinessActionContextUtil.getContext();
        String xid = RootContext.getXID();
        if (xid == null || branch == null || !xid.equals(branch.getXid())) {
            throw new IllegalStateException(
                    "A Try runs only as a branch of a global transaction: no XID is bound, or the call bypassed Seata's proxy");
        }
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A Try runs only inside its fence's transaction: set useTCCFence");
        }
        return xid;
    }
}
