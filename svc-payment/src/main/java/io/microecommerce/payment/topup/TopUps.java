package io.microecommerce.payment.topup;

import io.microecommerce.api.payment.TopUpCommand;
import java.util.Optional;

/** The top-up rows. */
public interface TopUps {

    Optional<TopUp> byId(String id);

    Optional<TopUp> byKey(String customerId, String idempotencyKey);

    /** Inserts it AWAITING_PROVIDER, in the caller's transaction; false if the key has one. */
    boolean open(String id, TopUpCommand command, String requestHash);

    /** AWAITING_PROVIDER or CLOSED to CREDITED. */
    boolean credited(String id);

    /** AWAITING_PROVIDER or CLOSED to REFUSED. */
    boolean refused(String id);

    /** AWAITING_PROVIDER to CLOSED. */
    boolean closed(String id);
}
