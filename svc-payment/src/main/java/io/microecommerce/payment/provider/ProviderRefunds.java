package io.microecommerce.payment.provider;

import io.microecommerce.api.money.Money;
import java.util.List;
import java.util.Optional;

/**
 * What goes back through the provider. A row that is queued is worked until the provider has confirmed, however long that takes;
 * whoever waits for it is told by {@link RefundSettled}.
 */
public interface ProviderRefunds {

    /**
     * Queues a refund, inside the caller's database transaction: it is queued if and only if that commits. Idempotent by {@code
     * refundId}.
     *
     * @param refundId at most 64 letters, digits, {@code _}, {@code -}; becomes the provider's out_refund_no
     * @param chargeId the id of the payment, or of the top-up, whose captured money goes back
     * @param reason in words, for the staff
     * @throws IllegalStateException if no transaction is open, nothing was captured, all refunds of the charge would be more than
     *     what was captured, or the id stands for another refund
     */
    void queue(String refundId, String chargeId, Money amount, RefundCause cause, String reason);

    Optional<ProviderRefund> byId(String refundId);

    /** All of them, the oldest first. */
    List<ProviderRefund> ofCharge(String chargeId);
}
