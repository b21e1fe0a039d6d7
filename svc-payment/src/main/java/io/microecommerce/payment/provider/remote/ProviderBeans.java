package io.microecommerce.payment.provider.remote;

import io.microecommerce.payment.provider.CallbackReader;
import io.microecommerce.payment.provider.Provider;
import io.microecommerce.payment.provider.ProviderStatements;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** WeChat Pay where it is configured, else nobody. */
@Configuration(proxyBeanMethods = false)
class ProviderBeans {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "shop.wechat-pay.enabled", havingValue = "true")
    static class Configured {

        @Bean
        WeChatPayAccount weChatPayAccount(WeChatPayProperties properties) {
            return new WeChatPayAccount(properties);
        }

        @Bean
        Provider weChatPay(WeChatPayAccount account) {
            return new WeChatPay(account);
        }

        @Bean
        ProviderStatements weChatPayStatements(WeChatPayAccount account) {
            return new WeChatPayStatements(account);
        }

        @Bean
        CallbackReader weChatPayCallbacks(WeChatPayAccount account, Clock clock) {
            return new WeChatPayCallbacks(account, clock);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "shop.wechat-pay.enabled", havingValue = "false", matchIfMissing = true)
    static class NotConfigured {

        @Bean
        NoProvider noProvider() {
            return new NoProvider();
        }
    }
}
