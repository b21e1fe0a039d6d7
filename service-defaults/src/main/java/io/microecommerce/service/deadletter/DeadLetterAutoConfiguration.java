package io.microecommerce.service.deadletter;

import io.microecommerce.api.deadletter.DeadLetterFacade;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.apache.dubbo.config.annotation.DubboService;
import org.apache.rocketmq.spring.support.DefaultRocketMQListenerContainer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The dead letters of a service that hears events and has a database for them. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration"
        })
@ConditionalOnClass({DefaultRocketMQListenerContainer.class, JdbcClient.class})
@ConditionalOnBean({DeadLetterSource.class, JdbcClient.class})
@EnableConfigurationProperties(RetryLimits.class)
public class DeadLetterAutoConfiguration {

    @Bean
    LastErrors lastErrors() {
        return new LastErrors();
    }

    @Bean
    static BoundedRetries boundedRetries(ObjectProvider<RetryLimits> limits, ObjectProvider<LastErrors> errors) {
        return new BoundedRetries(limits::getObject, errors::getObject);
    }

    @Bean
    DeadLetters deadLetters(JdbcClient jdbc) {
        return new DeadLetters(jdbc);
    }

    @Bean
    DeadLetterMetrics deadLetterMetrics(MeterRegistry registry, DeadLetters letters, List<DeadLetterSource> sources) {
        return new DeadLetterMetrics(registry, letters, sources);
    }

    @Bean
    SettleDeadLetters settleDeadLetters(
            DeadLetters letters,
            List<DeadLetterSource> sources,
            PlatformTransactionManager transactionManager,
            DeadLetterMetrics metrics) {
        return new SettleDeadLetters(letters, sources, new TransactionTemplate(transactionManager), metrics);
    }

    @Bean
    DeadLetterReaders deadLetterReaders(
            @Value("${rocketmq.name-server}") String nameServer,
            List<DeadLetterSource> sources,
            DeadLetters letters,
            LastErrors errors,
            DeadLetterMetrics metrics,
            Clock clock) {
        return new DeadLetterReaders(nameServer, sources, letters, errors, metrics, clock);
    }

    @Bean
    @DubboService(group = "${spring.application.name}")
    DeadLetterFacade deadLetterFacade(DeadLetters letters, SettleDeadLetters settle) {
        return new DubboDeadLetterFacade(letters, settle);
    }
}
