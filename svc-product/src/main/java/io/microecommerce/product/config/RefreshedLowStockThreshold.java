package io.microecommerce.product.config;

import io.microecommerce.api.product.MoveStockCommand;
import io.microecommerce.product.stock.LowStockThreshold;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.context.environment.EnvironmentChangeEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The low stock threshold of the configuration, followed while it changes in Nacos. A value out of range is not taken: the
 * service does not start with one, and a running service keeps the value it has.
 */
@Component
class RefreshedLowStockThreshold implements LowStockThreshold, ApplicationListener<EnvironmentChangeEvent> {

    static final String PROPERTY = "shop.product.low-stock-threshold";

    private static final Logger log = LoggerFactory.getLogger(RefreshedLowStockThreshold.class);

    private final Environment environment;
    private volatile long pieces;

    RefreshedLowStockThreshold(Environment environment) {
        this.environment = environment;
        String text = environment.getProperty(PROPERTY);
        this.pieces = parsed(text)
                .orElseThrow(() -> new IllegalStateException(PROPERTY + " must be a whole number from 0 to "
                        + MoveStockCommand.MAX_PIECES + ", was '" + text + "'"));
    }

    @Override
    public long pieces() {
        return pieces;
    }

    @Override
    public void onApplicationEvent(EnvironmentChangeEvent change) {
        String text = environment.getProperty(PROPERTY);
        OptionalLong value = parsed(text);
        if (value.isEmpty()) {
            log.error(
                    "{} must be a whole number from 0 to {}, was '{}': it stays {}",
                    PROPERTY,
                    MoveStockCommand.MAX_PIECES,
                    text,
                    pieces);
        } else if (value.getAsLong() != pieces) {
            log.info("{} is now {}, was {}", PROPERTY, value.getAsLong(), pieces);
            pieces = value.getAsLong();
        }
    }

    private static OptionalLong parsed(@Nullable String text) {
        if (text == null) {
            return OptionalLong.empty();
        }
        try {
            long value = Long.parseLong(text.strip());
            return value >= 0 && value <= MoveStockCommand.MAX_PIECES ? OptionalLong.of(value) : OptionalLong.empty();
        } catch (NumberFormatException notANumber) {
            return OptionalLong.empty();
        }
    }
}
