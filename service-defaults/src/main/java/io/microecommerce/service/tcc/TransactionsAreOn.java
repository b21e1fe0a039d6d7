package io.microecommerce.service.tcc;

import io.microecommerce.service.start.UnsafeSettingException;
import java.util.List;
import org.apache.seata.spring.annotation.GlobalTransactionScanner;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Refuses to start with a setting under which Seata runs business code outside any transaction, without a word. Configuration
 * comes from several places; one of them could set it.
 */
@AutoConfiguration
@ConditionalOnClass(GlobalTransactionScanner.class)
public class TransactionsAreOn implements EnvironmentAware {

    private static final List<String> MUST_BE_FALSE =
            List.of("seata.service.disable-global-transaction", "seata.client.tm.degrade-check");

    /** @throws UnsafeSettingException naming the setting */
    @Override
    public void setEnvironment(Environment environment) {
        for (String setting : MUST_BE_FALSE) {
            if (environment.getProperty(setting, Boolean.class, false)) {
                throw new UnsafeSettingException(
                        setting + " is true: payments would run without a transaction", "Remove it.");
            }
        }
    }
}
