package io.microecommerce.service.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.api.order.OrderPaymentFacade;
import io.microecommerce.api.product.StockFacade;
import org.apache.dubbo.config.annotation.DubboReference;
import org.apache.dubbo.config.spring.ReferenceBean;
import org.apache.dubbo.config.spring.context.annotation.EnableDubbo;
import org.apache.dubbo.spring.boot.autoconfigure.DubboAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The references as a service declares them, with what properties make of them. */
class TryCallsTest {

    private static final String STOCK = "dubbo.reference." + StockFacade.class.getName();

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(DubboAutoConfiguration.class, StartChecksAutoConfiguration.class))
            .withPropertyValues(
                    "dubbo.application.name=try-calls-test",
                    "dubbo.application.qos-enable=false",
                    "dubbo.registry.address=N/A",
                    "dubbo.consumer.check=false",
                    "dubbo.consumer.lazy=true",
                    STOCK + ".url=tri://127.0.0.1:9",
                    "dubbo.reference." + OrderPaymentFacade.class.getName() + ".url=tri://127.0.0.1:9");

    @Test
    void startsWhereNoTryIsRepeated() {
        service.withUserConfiguration(NoRetries.class)
                .withPropertyValues("dubbo.consumer.retries=2")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void refusesAReferenceThatLeavesRetriesToDubbo() {
        service.withUserConfiguration(SaysNothing.class)
                .run(context -> refused(
                        context.getStartupFailure(), "retries are 2 for OrderPaymentFacade.hold", "retries = 0"));
    }

    @Test
    void startsWhereTheWholeServiceRetriesNothing() {
        service.withUserConfiguration(SaysNothing.class)
                .withPropertyValues("dubbo.consumer.retries=0")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void refusesRetriesThatAPropertyAddsToAReference() {
        service.withUserConfiguration(NoRetries.class)
                .withPropertyValues(STOCK + ".retries=1")
                .run(context -> refused(
                        context.getStartupFailure(), "retries are 1 for StockFacade.reserve", "dubbo.reference"));
    }

    @Test
    void refusesRetriesThatAPropertyAddsToTheTryAlone() {
        service.withUserConfiguration(NoRetries.class)
                .withPropertyValues(STOCK + ".reserve.retries=1")
                .run(context -> refused(context.getStartupFailure(), "retries are 1 for StockFacade.reserve"));
    }

    private static void refused(Throwable failure, String... words) {
        assertThat(failure).isInstanceOf(UnsafeSettingException.class).hasMessageContainingAll(words);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableDubbo
    static class NoRetries {

        @Bean
        @DubboReference(retries = 0)
        ReferenceBean<StockFacade> stockFacade() {
            return new ReferenceBean<>();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableDubbo
    static class SaysNothing {

        @Bean
        @DubboReference
        ReferenceBean<OrderPaymentFacade> orderPaymentFacade() {
            return new ReferenceBean<>();
        }
    }
}
