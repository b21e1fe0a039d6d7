package io.microecommerce.payment.provider;

import io.microecommerce.payment.provider.ProviderEvents.Contradiction;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks the provider what became of charges whose callback never came, closes those past their time, and clears contradictions. */
@Component
class ChargeWorker {

    private static final Logger log = LoggerFactory.getLogger(ChargeWorker.class);
    private static final int BATCH = 20;

    private final Charges charges;
    private final ProviderEvents events;
    private final Captures captures;
    private final Provider provider;

    ChargeWorker(Charges charges, ProviderEvents events, Captures captures, Provider provider) {
        this.charges = charges;
        this.events = events;
        this.captures = captures;
        this.provider = provider;
    }

    @Scheduled(fixedDelayString = "${shop.provider.work-every}")
    void look() {
        if (!provider.available()) {
            return;
        }
        for (Charge charge : charges.toLookAt(BATCH)) {
            try {
                look(charge);
            } catch (RuntimeException failure) {
                log.warn("What became of charge {} is not known yet: {}", charge.id(), failure.toString());
            }
        }
    }

    @Scheduled(fixedDelayString = "${shop.provider.work-every}")
    void resolve() {
        if (!provider.available()) {
            return;
        }
        for (Contradiction contradiction : events.toResolve(BATCH)) {
            try {
                resolve(contradiction);
            } catch (RuntimeException failure) {
                log.warn("Event {} is not resolved yet: {}", contradiction.eventId(), failure.toString());
            }
        }
    }

    private void look(Charge charge) {
        Optional<Trade> trade = provider.query(charge.id());
        if (trade.filter(it -> it.state() == Trade.State.CAPTURED).isPresent()) {
            captures.record(trade.get());
            return;
        }
        if (charge.state() == ChargeState.CLOSED) {
            charges.lookNoMore(charge.id());
            return;
        }
        boolean over = charge.expired()
                || trade.filter(it -> it.state() == Trade.State.CLOSED).isPresent();
        if (!over && captures.owner(charge).wanted(charge)) {
            return;
        }
        // The provider is told also where it does not know the trade: a prepay may still be on its way.
        if (provider.close(charge.id())) {
            captures.close(charge.id());
        } else {
            charges.lookSoon(charge.id());
        }
    }

    /** Nothing is believed of such an event, also not which trade it is about; the provider's answer to our question is. */
    private void resolve(Contradiction contradiction) {
        Optional<Trade> trade = provider.query(contradiction.subject());
        if (trade.isEmpty()) {
            events.resolve(contradiction.eventId(), "The provider knows no such trade.");
        } else if (trade.get().state() == Trade.State.CAPTURED) {
            events.resolve(contradiction.eventId(), "The provider has captured it: " + captures.record(trade.get()));
        } else {
            events.resolve(
                    contradiction.eventId(),
                    "The provider has captured nothing: " + trade.get().state());
        }
        log.info("Event {} ({}) is resolved", contradiction.eventId(), contradiction.verdict());
    }
}
