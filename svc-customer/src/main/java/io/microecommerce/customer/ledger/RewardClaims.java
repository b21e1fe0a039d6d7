package io.microecommerce.customer.ledger;

import io.microecommerce.api.customer.MarkRewardsCommand;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The claims of refunds. Each move is one conditional statement. */
public interface RewardClaims {

    /** @return whether it is marked under the XID; false if another claim on the payment is MARKED or TAKEN */
    boolean mark(String xid, MarkRewardsCommand command);

    /**
     * MARKED under the XID to TAKEN.
     *
     * @return the payment whose rewards are taken back; empty if nothing is marked under it
     */
    Optional<String> take(String xid);

    /** MARKED under the XID to RELEASED. */
    boolean release(String xid);

    /**
     * Waits for whoever awards or takes back the rewards of this payment at this moment. Until the transaction ends nobody else
     * gets past here: of an award and its take-back the second one sees the first.
     */
    void awaitTurn(String paymentId);

    boolean taken(String paymentId);

    List<RewardClaim> under(Collection<String> xids);

    /** The XIDs that have marked something for longer than that, the oldest first. */
    List<String> xidsMarkedFor(Duration atLeast, int limit);
}
