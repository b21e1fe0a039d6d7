package io.microecommerce.service.start;

import java.lang.reflect.Method;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.seata.rm.tcc.api.TwoPhaseBusinessAction;
import org.jspecify.annotations.Nullable;

/** A branch's fence row must commit together with what the branch did: in the same database, by the same transaction. */
final class FenceAtHome {

    private FenceAtHome() {}

    /**
     * @param fence where the fence writes
     * @param transactions whose connections the service's transactions use; null if they are not those of one data source
     * @param all every data source of the service, by bean name
     * @throws UnsafeSettingException if the three are not one
     */
    static void requireOneDataSource(
            @Nullable DataSource fence, @Nullable DataSource transactions, Map<String, DataSource> all) {
        if (fence == null || fence != transactions) {
            throw new UnsafeSettingException(
                    "The fence's data source is not that of the transaction manager: a Try could commit without its"
                            + " fence row",
                    "Build SpringFenceConfig from the service's own DataSource and PlatformTransactionManager, or"
                            + " leave it to FenceAutoConfiguration.");
        }
        all.forEach((name, dataSource) -> {
            if (dataSource != fence) {
                throw new UnsafeSettingException(
                        "The data source " + name + " is a second one beside the fence's: a mapper on it would write"
                                + " outside the fence's transaction",
                        "Remove it; a service has one database.");
            }
        });
    }

    /** @throws UnsafeSettingException if a participant's Try runs without a fence */
    static void requireFenced(Class<?> participant) {
        for (Method method : participant.getMethods()) {
            TwoPhaseBusinessAction action = method.getAnnotation(TwoPhaseBusinessAction.class);
            if (action != null && !action.useTCCFence()) {
                throw new UnsafeSettingException(
                        "useTCCFence is false on " + participant.getSimpleName() + "." + method.getName()
                                + ": a repeated Confirm would act twice, and a Try after its Cancel hold for ever",
                        "Set useTCCFence = true.");
            }
        }
    }
}
