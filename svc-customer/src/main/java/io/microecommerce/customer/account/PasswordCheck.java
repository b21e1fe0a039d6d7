package io.microecommerce.customer.account;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether somebody knows a password, asked no more often than somebody who guesses may. */
public final class PasswordCheck {

    private final Passwords passwords;
    private final LoginAttempts attempts;
    private final List<Duration> rests;
    private final Clock clock;

    public PasswordCheck(Passwords passwords, LoginAttempts attempts, LoginLimits limits, Clock clock) {
        this.passwords = passwords;
        this.attempts = attempts;
        this.rests = limits.rests();
        this.clock = clock;
    }

    /** @throws Refusal {@code TOO_MANY_LOGIN_ATTEMPTS}, for the right password too, and for an e-mail that is nobody's */
    public void requireAllowed(String email) {
        attempts.count(email, rests, clock.instant()).ifPresent(rest -> {
            throw new Refusal(
                    ErrorCode.TOO_MANY_LOGIN_ATTEMPTS,
                    "Too many attempts with a wrong password; wait " + secondsUp(rest) + " seconds.");
        });
    }

    /**
     * To be asked once {@link #requireAllowed} has let the attempt pass.
     *
     * @param hash null when nobody has the e-mail; the answer is then false, after the same time
     */
    public boolean matches(String email, String password, @Nullable String hash) {
        boolean matches = passwords.matches(password, hash);
        if (matches) {
            attempts.forget(email);
        }
        return matches;
    }

    /** Who has waited as long as this is not told to wait again. */
    private static long secondsUp(Duration rest) {
        return Math.max(1, rest.plusSeconds(1).minusNanos(1).toSeconds());
    }
}
