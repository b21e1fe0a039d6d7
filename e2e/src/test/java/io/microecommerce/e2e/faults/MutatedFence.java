package io.microecommerce.e2e.faults;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Date;
import org.apache.seata.common.executor.Callback;
import org.apache.seata.integration.tx.api.fence.FenceHandler;
import org.apache.seata.integration.tx.api.fence.exception.CommonFenceException;
import org.apache.seata.rm.fence.SpringFenceHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Seata's fence, unless a mutation takes it away. */
final class MutatedFence implements FenceHandler {

    private final FaultFolder folder;
    private final FenceHandler fence;
    private final TransactionTemplate transactions;

    MutatedFence(FaultFolder folder, FenceHandler fence, TransactionTemplate transactions) {
        this.folder = folder;
        this.fence = fence;
        this.transactions = transactions;
    }

    @Override
    public Object prepareFence(String xid, Long branchId, String actionName, Callback<Object> business) {
        return folder.isOn(Mutation.FENCE_OFF)
                ? unfenced(business::execute)
                : fence.prepareFence(xid, branchId, actionName, business);
    }

    @Override
    public boolean commitFence(Method confirm, Object participant, String xid, Long branchId, Object[] arguments) {
        return folder.isOn(Mutation.FENCE_OFF)
                ? (boolean) unfenced(() -> invoke(confirm, participant, arguments))
                : fence.commitFence(confirm, participant, xid, branchId, arguments);
    }

    @Override
    public boolean rollbackFence(
            Method cancel, Object participant, String xid, Long branchId, Object[] arguments, String actionName) {
        boolean fenceless = folder.isOn(Mutation.FENCE_OFF)
                || (folder.isOn(Mutation.CANCEL_WITHOUT_XID) && actionName.equals("order-hold"));
        if (fenceless) {
            return (boolean) unfenced(() -> invoke(cancel, participant, arguments));
        }
        if (folder.isOn(Mutation.TRY_AFTER_CANCEL) && !isTried(xid, branchId)) {
            return true;
        }
        return fence.rollbackFence(cancel, participant, xid, branchId, arguments, actionName);
    }

    @Override
    public int deleteFenceByDate(Date before) {
        return fence.deleteFenceByDate(before);
    }

    private boolean isTried(String xid, Long branchId) {
        Long rows = new JdbcTemplate(SpringFenceHandler.getDataSource())
                .queryForObject(
                        "SELECT count(*) FROM tcc_fence_log WHERE xid = ? AND branch_id = ?",
                        Long.class,
                        xid,
                        branchId);
        return rows != null && rows > 0;
    }

    private Object unfenced(Business business) {
        return transactions.execute(status -> {
            try {
                return business.run();
            } catch (RuntimeException | Error failure) {
                throw failure;
            } catch (Throwable failure) {
                throw new CommonFenceException(failure);
            }
        });
    }

    private static Object invoke(Method method, Object participant, Object[] arguments) throws Throwable {
        try {
            return method.invoke(participant, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    private interface Business {
        Object run() throws Throwable;
    }
}
