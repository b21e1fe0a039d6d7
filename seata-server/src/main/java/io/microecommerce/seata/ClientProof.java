package io.microecommerce.seata;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a client knows the shared token. The client puts {@code shop1;<unix seconds>;<hex MAC>} into its
 * registration, where the MAC is HMAC-SHA256 under the token over five lines joined by {@code \n}: {@code shop1}, the role
 * ({@code TM} or {@code RM}), the application id, the transaction service group, and the same unix seconds.
 *
 * <p>The token itself never travels, because Seata logs registrations on both sides; a logged proof is worth nothing once
 * {@link #VALIDITY} has passed.
 */
class ClientProof {

    /** How far the client's clock may be from ours, in either direction. */
    static final Duration VALIDITY = Duration.ofMinutes(5);

    private static final String SCHEME = "shop1";
    private static final String ALGORITHM = "HmacSHA256";

    /** The two kinds of client; a proof for one is refused for the other. */
    enum Role {
        TM,
        RM
    }

    private final SecretKeySpec key;
    private final Clock clock;

    ClientProof(String token, Clock clock) {
        this.key = new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.clock = clock;
    }

    /**
     * Tells whether {@code proof} was made with our token, for this role, application and group, and recently.
     *
     * @param proof what the client sent, possibly nothing or anything
     */
    boolean accepts(Role role, @Nullable String applicationId, @Nullable String group, @Nullable String proof) {
        if (proof == null) {
            return false;
        }
        String[] parts = proof.split(";", -1);
        if (parts.length != 3 || !parts[0].equals(SCHEME) || !isRecent(parts[1])) {
            return false;
        }
        String wanted = mac(role, applicationId, group, parts[1]);
        return MessageDigest.isEqual(
                wanted.getBytes(StandardCharsets.UTF_8), parts[2].getBytes(StandardCharsets.UTF_8));
    }

    private boolean isRecent(String unixSeconds) {
        try {
            Instant made = Instant.ofEpochSecond(Long.parseLong(unixSeconds));
            return Duration.between(made, clock.instant()).abs().compareTo(VALIDITY) <= 0;
        } catch (NumberFormatException | DateTimeException | ArithmeticException notATime) {
            return false;
        }
    }

    private String mac(Role role, @Nullable String applicationId, @Nullable String group, String unixSeconds) {
        String signed =
                String.join("\n", List.of(SCHEME, role.name(), orEmpty(applicationId), orEmpty(group), unixSeconds));
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Seata's codec turns a null into an empty text or back. */
    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
