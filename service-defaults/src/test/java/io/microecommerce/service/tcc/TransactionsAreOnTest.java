package io.microecommerce.service.tcc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class TransactionsAreOnTest {

    private final ApplicationContextRunner service =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(TransactionsAreOn.class));

    @ParameterizedTest
    @ValueSource(strings = {"seata.service.disable-global-transaction", "seata.client.tm.degrade-check"})
    void refusesToStartWithoutTransactions(String setting) {
        service.withPropertyValues(setting + "=true")
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining(setting));
    }

    @Test
    void startsOtherwise() {
        service.run(context -> assertThat(context).hasNotFailed());
    }
}
