package io.microecommerce.customer.password;

import java.time.Instant;
import java.util.Optional;

/** Customers' passwords. With an old password go all sessions that began under it, and all open requests to reset it. */
public interface PasswordChanges {

    /** @return false, and nothing is changed, if the customer is gone or the old hash is the password's no longer */
    boolean replace(String customerId, String oldHash, String newHash, Instant at);

    /**
     * Uses a reset token up, and sets the password.
     *
     * @return the customer; empty, and nothing is changed, if the token is unknown, used or too old
     */
    Optional<String> reset(String tokenHash, String newHash, Instant at);
}
