package io.microecommerce.service.tcc;

import java.util.Map;
import org.apache.seata.rm.tcc.api.BusinessActionContext;
import org.jspecify.annotations.Nullable;

/** What a branch carries from its Try to its Confirm and Cancel. */
public final class BranchContext {

    private BranchContext() {}

    /** @throws IllegalStateException if the branch does not carry it; the TC then tries again */
    public static String required(BusinessActionContext branch, String key) {
        String value = branch.getActionContext(key, String.class);
        if (value == null) {
            throw new IllegalStateException(
                    "Branch " + branch.getBranchId() + " of " + branch.getXid() + " carries no " + key);
        }
        return value;
    }

    /**
     * The branch of a hold as the coordinator would hand it over, for who settles it without the coordinator.
     *
     * @throws IllegalStateException if the hold does not know the value
     */
    public static BusinessActionContext of(Hold hold, String key, @Nullable String value) {
        if (value == null) {
            throw new IllegalStateException("What is held in " + hold.xid() + " knows no " + key);
        }
        return new BusinessActionContext(hold.xid(), Long.toString(FenceRows.NO_BRANCH), Map.of(key, value));
    }
}
