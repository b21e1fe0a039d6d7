package io.microecommerce.payment.provider;

import io.microecommerce.api.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The charge rows. Each move is one conditional statement and tells whether it won. */
public interface Charges {

    /** Inserts a charge OPEN, in the caller's transaction. */
    void open(String id, Purpose purpose, String customerId, Money amount, String description, Instant expiresAt);

    Optional<Charge> byId(String id);

    /** Reads it under its lock, until the caller's transaction ends. */
    Optional<Charge> lock(String id);

    /** The provider has given the customer something to scan. */
    void prepaid(String id, String codeUrl);

    /** The provider is asked about it at the next look, and not when it would be its turn. */
    void lookSoon(String id);

    /** Those whose turn it is to be asked about; each is somebody's alone for a while that grows with its looks. */
    List<Charge> toLookAt(int limit);

    /** OPEN or CLOSED to CAPTURED: what was asked for has been taken. */
    boolean capture(String id, Trade trade);

    /** OPEN or CLOSED to RETURNED: something else has been taken. */
    boolean captureMismatch(String id, Trade trade);

    /** What nobody asked for has been taken: a row of its own, RETURNED; false if there is one. */
    boolean captureUnknown(Trade trade);

    /** OPEN to CLOSED; it is looked at once more after this long, in case the provider changes its mind. */
    boolean close(String id, Duration lookAgainAfter);

    /** Nothing more is to be asked about it. */
    void lookNoMore(String id);

    /** Try: CAPTURED to FROZEN. */
    boolean freeze(String id);

    /** Confirm: FROZEN to SPENT. */
    boolean spend(String id);

    /** Cancel: FROZEN to CAPTURED. */
    boolean unfreeze(String id);

    /** CAPTURED to CREDITED. */
    boolean credit(String id);

    /** CAPTURED to RETURNED. */
    boolean giveBack(String id);
}
