package io.microecommerce.api.customer;

import io.microecommerce.api.TryPhase;
import io.microecommerce.api.error.Refusal;

/** The rewards' part in a refund. */
public interface RewardClaimFacade {

    /**
     * The Try of the rewards participant: credit and commission of the payment are marked to be taken back, whether they are
     * awarded by now or not. It must be called inside a global transaction and never retried by the transport: a retry registers
     * a second branch. Confirm and Cancel come from the TC.
     *
     * @throws Refusal {@code ORDER_HELD_BY_EARLIER_ATTEMPT} if another transaction has marked them; it may succeed later
     */
    @TryPhase
    void mark(MarkRewardsCommand command) throws Refusal;
}
