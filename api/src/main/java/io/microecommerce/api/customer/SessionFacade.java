package io.microecommerce.api.customer;

import io.microecommerce.api.error.Refusal;

/** Logins. */
public interface SessionFacade {

    /**
     * @throws Refusal {@code LOGIN_FAILED}, the same for an unknown e-mail and a wrong password; {@code
     *     TOO_MANY_LOGIN_ATTEMPTS} after several failures, also for the right password
     */
    SessionView logIn(Credentials credentials) throws Refusal;

    /**
     * Goes on with a session under a new refresh token; the old one is used up. One that comes a second time has been stolen
     * from somebody, so it ends the session. Never retried by the transport.
     *
     * @throws Refusal {@code SESSION_ENDED}
     */
    SessionView refresh(String refreshToken) throws Refusal;

    /** Ends a session. Idempotent. */
    void logOut(String customerId, String sessionId) throws Refusal;

    /** Whether the session has neither ended nor expired. */
    boolean isLive(String sessionId) throws Refusal;
}
