package io.microecommerce.service.tcc;

import java.time.Duration;
import javax.sql.DataSource;
import org.apache.seata.common.Constants;
import org.apache.seata.common.holder.ObjectHolder;
import org.apache.seata.rm.fence.SpringFenceConfig;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;

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

    @Bean
    @ConditionalOnBean(DataSource.class)
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
}
