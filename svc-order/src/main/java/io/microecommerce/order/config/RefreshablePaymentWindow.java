package io.microecommerce.order.config;

import io.microecommerce.order.purchase.PaymentWindow;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.cloud.context.environment.EnvironmentChangeEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The payment window, {@value #PROPERTY}, such as {@code 30m}. It changes while the service runs when Nacos publishes another; a
 * value that cannot be is refused with an ERROR, and the one before stays. Orders that stand keep theirs.
 */
@Component
class RefreshablePaymentWindow implements Supplier<PaymentWindow> {

    static final String PROPERTY = "shop.order.payment-window";

    private static final Logger log = LoggerFactory.getLogger(RefreshablePaymentWindow.class);

    private final Environment environment;
    private volatile PaymentWindow window;

    /** @throws IllegalArgumentException if the window that the service starts with cannot be: there is none before it to keep */
    RefreshablePaymentWindow(Environment environment) {
        this.environment = environment;
        this.window = read(environment);
        log.info("The payment window is {}", window.length());
    }

    @Override
    public PaymentWindow get() {
        return window;
    }

    @EventListener(EnvironmentChangeEvent.class)
    void refresh() {
        try {
            PaymentWindow changed = read(environment);
            if (!changed.equals(window)) {
                log.info("The payment window is {} from now on, it was {}", changed.length(), window.length());
                window = changed;
            }
        } catch (IllegalArgumentException refused) {
            log.error(
                    "{} cannot be; the payment window stays {}. Publish a duration from 5s to 7d. {}",
                    PROPERTY,
                    window.length(),
                    refused.getMessage());
        }
    }

    private static PaymentWindow read(Environment environment) {
        try {
            return new PaymentWindow(Binder.get(environment)
                    .bind(PROPERTY, Duration.class)
                    .orElseThrow(() -> new IllegalArgumentException(PROPERTY + " is not set")));
        } catch (BindException notADuration) {
            throw new IllegalArgumentException(PROPERTY + " is not a duration", notADuration);
        }
    }
}
