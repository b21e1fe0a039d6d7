package io.microecommerce.payment.provider;

import io.microecommerce.api.money.Money;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Opens charges, and asks the provider to let the customer pay them. */
@Service
public class AskProvider {

    private static final Logger log = LoggerFactory.getLogger(AskProvider.class);

    private final Charges charges;
    private final Provider provider;
    private final ProviderProperties properties;
    private final Clock clock;

    AskProvider(Charges charges, Provider provider, ProviderProperties properties, Clock clock) {
        this.charges = charges;
        this.provider = provider;
        this.properties = properties;
        this.clock = clock;
    }

    public boolean available() {
        return provider.available();
    }

    public boolean takes(Money amount) {
        return provider.takes(amount);
    }

    /**
     * Until when the provider may take money for what must be done by then.
     *
     * @return empty if too little time is left
     */
    public Optional<Instant> expiresAt(Instant payBy) {
        Instant now = clock.instant();
        Instant latest = payBy.minus(properties.captureMargin());
        Instant usual = now.plus(properties.payWithin());
        // The provider counts in seconds.
        Instant expiresAt = (latest.isBefore(usual) ? latest : usual).truncatedTo(ChronoUnit.SECONDS);
        return Duration.between(now, expiresAt).compareTo(properties.payAtLeast()) < 0
                ? Optional.empty()
                : Optional.of(expiresAt);
    }

    /** Until when the provider may take money for what nothing else waits for. */
    public Instant expiresAt() {
        return clock.instant().plus(properties.payWithin()).truncatedTo(ChronoUnit.SECONDS);
    }

    /** In the caller's transaction. */
    public void open(
            String id, Purpose purpose, String customerId, Money amount, String description, Instant expiresAt) {
        charges.open(id, purpose, customerId, amount, description, expiresAt);
    }

    /** Gets what the customer scans, unless it is there. No transaction may be open. */
    public void ask(String chargeId) {
        Charge charge = charges.byId(chargeId).orElseThrow();
        if (!charge.payable() || charge.codeUrl() != null) {
            return;
        }
        try {
            charges.prepaid(chargeId, provider.prepay(charge));
        } catch (ProviderException unknown) {
            // It may know the charge now. The row stands, and whoever comes again asks again, with the same number.
            log.warn("Charge {} has no code yet: {}", chargeId, unknown.getMessage());
        }
    }
}
