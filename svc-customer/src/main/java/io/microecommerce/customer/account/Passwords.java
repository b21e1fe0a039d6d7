package io.microecommerce.customer.account;

import io.microecommerce.api.error.Refusal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Passwords as bcrypt hashes. */
public final class Passwords {

    /** bcrypt reads no further, so what lies beyond would be no part of the password. */
    private static final int MAX_BYTES = 72;

    private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder();
    private final String nobodysHash = encode("nobody has this password");

    /** @throws Refusal {@code INVALID_FIELD} when the password has more than 72 bytes in UTF-8 */
    public String hash(String password) {
        requireHashable(password);
        return encode(password);
    }

    /**
     * Refuses what {@link #hash} would refuse, without its cost.
     *
     * @throws Refusal {@code INVALID_FIELD} when the password has more than 72 bytes in UTF-8
     */
    public void requireHashable(String password) {
        if (isTooLong(password)) {
            throw Refusal.invalid("password", "must be at most " + MAX_BYTES + " bytes in UTF-8");
        }
    }

    /**
     * Takes the same time whether or not there is a hash to compare with, so that the time does not tell who is registered.
     *
     * @param hash null when nobody has the e-mail; the answer is then false
     */
    public boolean matches(String password, @Nullable String hash) {
        boolean sameUpToTheLimit = bcrypt.matches(password, hash == null ? nobodysHash : hash);
        return sameUpToTheLimit && hash != null && !isTooLong(password);
    }

    private String encode(String password) {
        String hash = bcrypt.encode(password);
        if (hash == null) {
            throw new IllegalStateException("bcrypt made no hash");
        }
        return hash;
    }

    private static boolean isTooLong(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
    }
}
