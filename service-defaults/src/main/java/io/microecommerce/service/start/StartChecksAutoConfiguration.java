package io.microecommerce.service.start;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.apache.dubbo.config.ReferenceConfigBase;
import org.apache.dubbo.config.spring.ReferenceBean;
import org.apache.rocketmq.client.impl.MQClientAPIImpl;
import org.apache.seata.rm.fence.SpringFenceConfig;
import org.apache.seata.rm.fence.SpringFenceHandler;
import org.apache.seata.rm.tcc.api.LocalTCC;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.ClassUtils;

/** Refuses to start where a setting breaks the promise. The checks run when all beans are there and nobody is let in yet. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
            "io.microecommerce.service.tcc.FenceAutoConfiguration"
        })
public class StartChecksAutoConfiguration {

    /** A service without a database calls Tries, too, if it ever does. */
    @Bean
    SmartInitializingSingleton triesAreCalledOnce(ListableBeanFactory beans) {
        return () -> TryCalls.requireNoRetries(TryCalls.of(references(beans)));
    }

    private static List<ReferenceConfigBase<?>> references(ListableBeanFactory beans) {
        List<ReferenceConfigBase<?>> references = new ArrayList<>();
        for (ReferenceBean<?> bean : beans.getBeansOfType(ReferenceBean.class).values()) {
            ReferenceConfigBase<?> reference = bean.getReferenceConfig();
            // What properties say of it counts only from here on; Dubbo does the same, once, before its first use.
            reference.refresh();
            references.add(reference);
        }
        return references;
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(JdbcTransactionManager.class)
    static class OnDatabase {

        @Bean
        @ConditionalOnBean(DataSource.class)
        SmartInitializingSingleton timeoutsNest(
                DataSource dataSource, ObjectProvider<GlobalTransactionTimes> transaction, ListableBeanFactory beans) {
            return () -> TimeoutOrder.require(
                    StatementTimes.read(dataSource), TryCalls.of(references(beans)), transaction.getIfAvailable());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MQClientAPIImpl.class)
    static class OnBroker {

        /** Named for the health report. A service without a name server to ask has no messages. */
        @Bean
        @ConditionalOnExpression("'${rocketmq.name-server:}' != ''")
        BrokerIsSafe brokerSettingsHealthIndicator(
                @Value("${rocketmq.name-server}") String nameServer, ObjectProvider<RequiredTopic> topics) {
            return new BrokerIsSafe(
                    new BrokerSettings(nameServer, topics.orderedStream().toList()));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({SpringFenceConfig.class, JdbcTransactionManager.class})
    static class OnParticipant {

        @Bean
        @ConditionalOnBean(SpringFenceConfig.class)
        SmartInitializingSingleton fenceIsAtHome(
                ListableBeanFactory beans, PlatformTransactionManager transactionManager) {
            return () -> {
                FenceAtHome.requireOneDataSource(
                        SpringFenceHandler.getDataSource(),
                        dataSourceOf(transactionManager),
                        beans.getBeansOfType(DataSource.class));
                for (String name : beans.getBeanNamesForAnnotation(LocalTCC.class)) {
                    Class<?> participant = beans.getType(name);
                    if (participant != null) {
                        FenceAtHome.requireFenced(ClassUtils.getUserClass(participant));
                    }
                }
            };
        }

        private static @Nullable DataSource dataSourceOf(PlatformTransactionManager transactionManager) {
            return transactionManager instanceof JdbcTransactionManager jdbc ? jdbc.getDataSource() : null;
        }
    }
}
