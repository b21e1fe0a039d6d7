package io.microecommerce.customer.session;

import java.time.Instant;
import java.util.Optional;

/** All sessions. */
public interface Sessions {

    /**
     * Opens a session for somebody who has proved a password, unless that is the password no longer: a session cannot be born
     * into a change of password that ends all sessions.
     *
     * @param passwordHash the one that was proved
     * @return false, and nothing is opened, if the customer is gone or has another password now
     */
    boolean open(NewSession session, String passwordHash);

    /**
     * Replaces the token, in one statement: of two who come with the same token at once, one gets the next.
     *
     * @return empty if the token is not the live session's current one
     */
    Optional<Prolonged> prolong(TokenHashes used, String nextTokenHash, Instant at, Instant refreshBy);

    /** Ends the session of a token that is of its family and not its current one; of no other. */
    void endIfReused(TokenHashes used, Instant at);

    /** Ends this customer's session; not somebody else's, and not one that has ended. */
    void end(String customerId, String sessionId, SessionEnd reason, Instant at);

    /** Ends all sessions of a customer; joins the transaction of what makes them end. */
    void endAll(String customerId, SessionEnd reason, Instant at);

    boolean isLive(String sessionId, Instant at);

    /** @return how many were removed, at most {@code limit}, of those that ended or expired before */
    int purge(Instant endedBefore, int limit);

    /** A session to be opened. */
    record NewSession(String id, String customerId, TokenHashes token, Instant at, Instant refreshBy) {}

    /** A session that goes on. */
    record Prolonged(String id, String customerId) {}

    /**
     * What is stored of a refresh token.
     *
     * @param family the hash of the part that it shares with the session's other tokens
     * @param token the hash of all of it
     */
    record TokenHashes(String family, String token) {}
}
