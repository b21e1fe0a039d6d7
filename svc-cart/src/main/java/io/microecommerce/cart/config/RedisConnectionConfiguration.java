package io.microecommerce.cart.config;

import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the Redis client does while Redis is away: it says so at once, repeats nothing, and looks for Redis often. */
@Configuration(proxyBeanMethods = false)
class RedisConnectionConfiguration {

    /** By default Lettuce waits up to half a minute before it tries again. */
    private static final Duration RECONNECT_DELAY = Duration.ofMillis(500);

    @Bean
    LettuceClientOptionsBuilderCustomizer rejectCommandsWhileDisconnected() {
        // By default Lettuce keeps commands and sends them once it is connected again, even those that it had sent
        // before:
        // an addition whose answer was lost would happen twice.
        return options -> options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS);
    }

    @Bean
    ClientResourcesBuilderCustomizer reconnectSoon() {
        return resources -> resources.reconnectDelay(Delay.constant(RECONNECT_DELAY));
    }
}
