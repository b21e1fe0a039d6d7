package io.microecommerce.payment.provider;

import io.microecommerce.payment.provider.Trade.Verdict;
import java.util.List;

/** What the provider told us, each event once. */
public interface ProviderEvents {

    /**
     * Records it, in the caller's transaction. What contradicts our rows stays unresolved until the provider has been asked.
     *
     * @return false if it is known: somebody has dealt with it
     */
    boolean record(ProviderNotice notice, Verdict verdict);

    /** Unresolved ones whose turn it is; each is somebody's alone for a while. */
    List<Contradiction> toResolve(int limit);

    void resolve(String eventId, String resolution);

    /** How many contradicted our rows within the last day. */
    long contradictionsOfADay();

    /** @param subject our id of the trade, as the event has it */
    record Contradiction(String eventId, String subject, Verdict verdict) {}
}
