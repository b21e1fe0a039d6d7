package io.microecommerce.customer.password;

import java.time.Instant;

/** Requests to reset a password. */
public interface ResetRequests {

    /**
     * @param most of how many unused requests since {@code countedSince} a customer may have, this one included
     * @return false, and nothing is stored, if the customer is gone or has that many
     */
    boolean open(NewRequest request, Instant countedSince, int most);

    /** The mail server did not say that it took the mail: the request counts no more, and its token stays good. */
    void sendingFailed(String tokenHash, Instant at);

    /** Whether the token could be used now. */
    boolean isOpen(String tokenHash, Instant at);

    /** @return how many were removed, at most {@code limit}, of those that expired before */
    int purge(Instant expiredBefore, int limit);

    /** A request to be opened. */
    record NewRequest(String tokenHash, String customerId, Instant at, Instant expiresAt) {}
}
