package io.microecommerce.service.tcc;

import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.dubbo.config.annotation.DubboService;
import org.apache.seata.common.Constants;
import org.apache.seata.common.holder.ObjectHolder;
import org.apache.seata.integration.tx.api.fence.DefaultCommonFenceHandler;
import org.apache.seata.integration.tx.api.fence.FenceHandler;
import org.apache.seata.rm.fence.SpringFenceConfig;
import org.apache.seata.rm.fence.SpringFenceHandler;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The TCC fence of a participant, on the service's own data source. Seata's own auto-configuration leaves the fence's
 * clean-up off when the annotations stand on the implementation class, where they must stand.
 */
@AutoConfiguration(
        afterName = "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration")
@ConditionalOnClass(SpringFenceConfig.class)
public class FenceAutoConfiguration {

    /** Long, because the clean-up deletes by XID and does not look at the state of each row. */
    private static final Duration KEEP_FENCE_ROWS = Duration.ofDays(7);

    /** Without Seata there is none, and every Try refuses to run, see {@link FencedTry}. */
    @Bean
    @ConditionalOnBean(DataSource.class)
    @ConditionalOnProperty(name = "seata.enabled", matchIfMissing = true)
    SpringFenceConfig springFenceConfig(DataSource dataSource, PlatformTransactionManager transactionManager) {
        SpringFenceConfig fence =
                new SpringFenceConfig(dataSource, new OutermostTransactionManager(transactionManager));
        fence.setCleanPeriod(KEEP_FENCE_ROWS);
        // Seata looks the bean up here, not in the application context.
        ObjectHolder.INSTANCE.setObject(Constants.BEAN_NAME_SPRING_FENCE_CONFIG, fence);
        // The clean-up may run at once, and needs the handler that this sets up.
        fence.afterPropertiesSet();
        if (fence.getInitialized().compareAndSet(false, true)) {
            fence.initCleanTask();
        }
        return fence;
    }

    @Bean
    @ConditionalOnBean(DataSource.class)
    FenceRows fenceRows(DataSource dataSource) {
        return new FenceRows(JdbcClient.create(dataSource));
    }

    /** What every branch passes from now on. Seata looks it up elsewhere, and gives it to nobody who asks. */
    @Bean
    @ConditionalOnBean(SpringFenceConfig.class)
    FenceHandler measuredFence(SpringFenceConfig unmeasured, FenceRows rows) {
        FenceHandler fence = new MeasuredFence(new SpringFenceHandler(), rows);
        DefaultCommonFenceHandler.get().setFenceHandler(fence);
        return fence;
    }

    /** Also for the auditor, who calls it over Dubbo: the group is what tells the participants apart. */
    @Bean
    @ConditionalOnBean(Holds.class)
    @DubboService(group = "${spring.application.name}")
    AuditedBranches auditedBranches(
            @Value("${spring.application.name}") String service,
            List<Holds> holds,
            FenceRows fence,
            PlatformTransactionManager transactionManager) {
        return new AuditedBranches(service, holds, fence, new TransactionTemplate(transactionManager));
    }

    /** The alert that says that something is stuck, whatever the reason. */
    @Bean
    @ConditionalOnBean(Holds.class)
    MeterBinder oldestTry(FenceRows fence) {
        return meters -> TimeGauge.builder(
                        "shop.tcc.oldest.tried", fence, TimeUnit.MILLISECONDS, rows -> rows.oldestTried()
                                .toMillis())
                .description("How long the oldest Try has been waiting for its Confirm or Cancel")
                .register(meters);
    }

    @Bean
    @ConditionalOnBean(Holds.class)
    MeterBinder expectedPhases(List<Holds> kinds) {
        return meters -> kinds.stream().map(Holds::action).forEach(action -> {
            MeasuredFence.expect(meters, action);
            PhaseTwoFailures.expect(meters, action);
        });
    }
}
