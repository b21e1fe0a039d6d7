package io.microecommerce.api.customer;

import java.io.Serializable;
import java.time.Instant;

/**
 * A login.
 *
 * @param id names the session; no secret
 * @param refreshToken prolongs it, once; a secret
 * @param refreshBy when the refresh token ends, and the session with it
 */
public record SessionView(String id, CustomerView customer, String refreshToken, Instant refreshBy)
        implements Serializable {

    @Override
    public String toString() {
        return "SessionView[" + id + "]";
    }
}
