package io.microecommerce.e2e.faults;

import org.apache.seata.integration.tx.api.fence.DefaultCommonFenceHandler;
import org.apache.seata.integration.tx.api.fence.FenceHandler;
import org.apache.seata.integration.tx.api.fence.hook.TccHookManager;
import org.apache.seata.rm.fence.SpringFenceConfig;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Crash points around each branch's Try, Confirm and Cancel, and mutations of the fence, in every service that has one. */
@AutoConfiguration(afterName = "io.microecommerce.service.tcc.FenceAutoConfiguration")
@ConditionalOnClass(
        name = {"org.apache.seata.rm.fence.SpringFenceConfig", "org.springframework.jdbc.core.JdbcTemplate"})
public class BranchFaults {

    @Bean
    @ConditionalOnBean(SpringFenceConfig.class)
    SmartInitializingSingleton branchFaultsInstaller(
            FenceHandler fence, PlatformTransactionManager transactionManager) {
        FaultFolder folder = FaultFolder.ofThisProcess();
        return () -> {
            TccHookManager.registerHook(new BranchCrashPoints(folder));
            DefaultCommonFenceHandler.get()
                    .setFenceHandler(new MutatedFence(folder, fence, new TransactionTemplate(transactionManager)));
        };
    }
}
