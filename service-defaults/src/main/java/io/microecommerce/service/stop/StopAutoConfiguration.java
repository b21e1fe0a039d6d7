package io.microecommerce.service.stop;

import org.apache.dubbo.config.spring.util.DubboBeanUtils;
import org.apache.seata.spring.annotation.GlobalTransactionScanner;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How every service stops, see {@link StopPhase}. */
@AutoConfiguration
@ConditionalOnProperty(name = "dubbo.enabled", matchIfMissing = true) // Without Dubbo nobody calls.
public class StopAutoConfiguration {

    @Bean
    SmartLifecycle callersLeave(ApplicationContext context) {
        return new Callers(DubboBeanUtils.getModuleModel(context));
    }

    @Bean
    SmartLifecycle rpcEnds(ApplicationContext context) {
        return new RpcEnd(DubboBeanUtils.getModuleModel(context));
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(GlobalTransactionScanner.class)
    static class Transactions {

        @Bean
        SmartLifecycle transactionsEnd() {
            return new TransactionsEnd();
        }
    }
}
