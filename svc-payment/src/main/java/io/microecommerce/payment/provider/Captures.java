package io.microecommerce.payment.provider;

import io.microecommerce.payment.provider.Trade.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one place where money from outside enters our books, whoever tells of it: a callback or a query, once or often, in time or
 * late. What was captured and what becomes of it commit together.
 */
@Service
public class Captures {

    private static final Logger log = LoggerFactory.getLogger(Captures.class);

    /** The provider may take money until the moment of closing, and tell of it later. */
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMinutes(10);

    private final Charges charges;
    private final ProviderRefunds refunds;
    private final List<ChargeOwner> owners;

    Captures(Charges charges, ProviderRefunds refunds, List<ChargeOwner> owners) {
        this.charges = charges;
        this.refunds = refunds;
        this.owners = owners;
    }

    /** Whether the capture is one that our rows can be true with; changes nothing. */
    Verdict judge(Trade trade) {
        return charges.byId(trade.id())
                .filter(charge -> charge.purpose() != Purpose.UNKNOWN)
                .map(trade::against)
                .orElse(Verdict.UNKNOWN_ORDER);
    }

    /**
     * Records a capture that is believed.
     *
     * @return what was found
     */
    @Transactional
    public Verdict record(Trade trade) {
        Charge charge = charges.lock(trade.id()).orElse(null);
        if (charge == null) {
            return recordUnknown(trade);
        }
        boolean known = charge.transactionId() != null;
        if (known) {
            if (!Objects.equals(charge.transactionId(), trade.transactionId())) {
                log.error(
                        "The provider names a second capture {} of charge {}: see to it there",
                        trade.transactionId(),
                        charge.id());
            }
            return trade.against(charge);
        }
        Verdict verdict = trade.against(charge);
        if (verdict == Verdict.TAKEN) {
            requireMoved(charges.capture(charge.id(), trade), charge);
            owner(charge).captured(reread(charge), charge.state() == ChargeState.CLOSED);
            log.info("Charge {} is captured, transaction {}", charge.id(), trade.transactionId());
            return verdict;
        }
        requireMoved(charges.captureMismatch(charge.id(), trade), charge);
        returnAll(trade, RefundCause.MISMATCH, "Captured, and not what was asked for: " + verdict);
        owner(charge).mismatched(reread(charge), verdict);
        log.error("Charge {} is captured, but {}: it goes back", charge.id(), verdict);
        return verdict;
    }

    private Verdict recordUnknown(Trade trade) {
        if (charges.captureUnknown(trade)) {
            returnAll(trade, RefundCause.MISMATCH, "Captured under a number that is none of ours");
            log.error("The provider has captured {} that nobody asked for: it goes back", trade.id());
        }
        return Verdict.UNKNOWN_ORDER;
    }

    /** Nothing was captured, and the provider has closed it. */
    @Transactional
    public void close(String chargeId) {
        Charge charge = charges.lock(chargeId).orElseThrow();
        if (charges.close(chargeId, LOOK_AGAIN_AFTER)) {
            owner(charge).closed(charge);
            log.info("Charge {} is closed: nothing was captured", chargeId);
        }
    }

    private void returnAll(Trade trade, RefundCause cause, String reason) {
        refunds.queue(refundIdOf(trade.id()), trade.id(), trade.requireAmount(), cause, reason);
    }

    /** The arbiter gives a capture back once, so the id can be told from it. */
    public static String refundIdOf(String chargeId) {
        return chargeId + "-back";
    }

    private Charge reread(Charge charge) {
        return charges.byId(charge.id()).orElseThrow();
    }

    ChargeOwner owner(Charge charge) {
        return owners.stream()
                .filter(owner -> owner.purpose() == charge.purpose())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody owns charges for " + charge.purpose()));
    }

    private static void requireMoved(boolean moved, Charge charge) {
        if (!moved) {
            throw new IllegalStateException("Charge " + charge.id() + " moved under its lock from " + charge.state());
        }
    }
}
