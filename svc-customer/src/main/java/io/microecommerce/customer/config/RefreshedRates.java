package io.microecommerce.customer.config;

import io.microecommerce.customer.ledger.Rates;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.context.environment.EnvironmentChangeEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The rates of the configuration, followed while it changes in Nacos. A value out of range is money paid out wrongly, so it
 * is not taken: the service does not start with one, and a running service keeps the value it has.
 */
@Component
class RefreshedRates implements Rates, ApplicationListener<EnvironmentChangeEvent> {

    static final String COMMISSION_RATE = "shop.customer.commission-rate-basis-points";
    static final String CREDIT_POINTS = "shop.customer.credit-points-per-unit";

    private static final int MAX_COMMISSION_BASIS_POINTS = 10_000;
    private static final int MAX_CREDIT_POINTS_PER_UNIT = 1_000;

    private static final Logger log = LoggerFactory.getLogger(RefreshedRates.class);

    private final Environment environment;
    private volatile int commissionBasisPoints;
    private volatile int creditPointsPerUnit;

    RefreshedRates(Environment environment) {
        this.environment = environment;
        this.commissionBasisPoints = required(COMMISSION_RATE, MAX_COMMISSION_BASIS_POINTS);
        this.creditPointsPerUnit = required(CREDIT_POINTS, MAX_CREDIT_POINTS_PER_UNIT);
    }

    @Override
    public int commissionBasisPoints() {
        return commissionBasisPoints;
    }

    @Override
    public int creditPointsPerUnit() {
        return creditPointsPerUnit;
    }

    @Override
    public void onApplicationEvent(EnvironmentChangeEvent change) {
        commissionBasisPoints = refreshed(COMMISSION_RATE, MAX_COMMISSION_BASIS_POINTS, commissionBasisPoints);
        creditPointsPerUnit = refreshed(CREDIT_POINTS, MAX_CREDIT_POINTS_PER_UNIT, creditPointsPerUnit);
    }

    private int required(String key, int max) {
        String text = environment.getProperty(key);
        return parsed(text, max)
                .orElseThrow(() -> new IllegalStateException(
                        key + " must be a whole number from 0 to " + max + ", was '" + text + "'"));
    }

    private int refreshed(String key, int max, int current) {
        String text = environment.getProperty(key);
        OptionalInt value = parsed(text, max);
        if (value.isEmpty()) {
            log.error("{} must be a whole number from 0 to {}, was '{}': it stays {}", key, max, text, current);
            return current;
        }
        if (value.getAsInt() != current) {
            log.info("{} is now {}, was {}", key, value.getAsInt(), current);
        }
        return value.getAsInt();
    }

    private static OptionalInt parsed(@Nullable String text, int max) {
        if (text == null) {
            return OptionalInt.empty();
        }
        try {
            int value = Integer.parseInt(text.strip());
            return value >= 0 && value <= max ? OptionalInt.of(value) : OptionalInt.empty();
        } catch (NumberFormatException notANumber) {
            return OptionalInt.empty();
        }
    }
}
