package io.microecommerce.service.invariant;

import io.microecommerce.api.invariant.InvariantFacade;
import io.microecommerce.books.Invariant;
import java.time.Clock;
import org.apache.dubbo.config.annotation.DubboService;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The invariants of a service that has a database. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration"
        })
@ConditionalOnClass(JdbcTemplate.class)
@ConditionalOnBean({JdbcTemplate.class, PlatformTransactionManager.class})
@EnableConfigurationProperties(InvariantProperties.class)
public class InvariantAutoConfiguration {

    @Bean
    InvariantChecks invariantChecks(
            @Value("${spring.application.name}") String service,
            InvariantProperties properties,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactionManager,
            Clock clock) {
        TransactionTemplate readOnly = new TransactionTemplate(transactionManager);
        readOnly.setReadOnly(true);
        return new InvariantChecks(Invariant.of(service), properties, jdbc, readOnly, clock);
    }

    @Bean
    InvariantMeters invariantMeters(InvariantChecks checks, Clock clock) {
        return new InvariantMeters(checks.invariants(), clock);
    }

    @Bean
    @DubboService(group = "${spring.application.name}")
    InvariantFacade invariantFacade(InvariantChecks checks) {
        return new DubboInvariantFacade(checks);
    }
}
