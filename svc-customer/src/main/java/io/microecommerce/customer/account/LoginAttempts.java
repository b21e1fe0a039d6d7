package io.microecommerce.customer.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How often passwords were tried for an e-mail since the last success, be it a customer's e-mail or nobody's. */
public interface LoginAttempts {

    /**
     * Counts an attempt as failed before anybody looks at the password, so that attempts made at once cannot overtake the count.
     *
     * @param rests see {@link LoginLimits#rests()}
     * @return how long the account rests still; empty if the attempt may be made
     */
    Optional<Duration> count(String email, List<Duration> rests, Instant at);

    /** The password was right: what was counted counts no more. */
    void forget(String email);

    /** @return how many were removed, at most {@code limit}, of those whose last attempt was before */
    int purge(Instant lastBefore, int limit);
}
