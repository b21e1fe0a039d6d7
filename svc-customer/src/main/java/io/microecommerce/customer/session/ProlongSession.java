package io.microecommerce.customer.session;

import io.microecommerce.api.customer.SessionView;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.customer.account.Customer;
import io.microecommerce.customer.account.Customers;
import io.microecommerce.customer.session.Sessions.Prolonged;
import io.microecommerce.customer.session.Sessions.TokenHashes;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A session goes on under a new token. A token that comes a second time ends the session, as RFC 9700 (4.14.2) asks: either the
 * one who came first was a thief, or this one is. There is no grace for a customer who lost the answer and tries again: for as
 * long as a grace lasts, a thief who is quick has a session of their own that nobody notices. Such a customer logs in again.
 */
public final class ProlongSession {

    private final Customers customers;
    private final Sessions sessions;
    private final SessionLifetime lifetime;
    private final RandomGenerator random;
    private final Clock clock;

    /** @param random makes refresh tokens; they must not be guessable */
    public ProlongSession(
            Customers customers, Sessions sessions, SessionLifetime lifetime, RandomGenerator random, Clock clock) {
        this.customers = customers;
        this.sessions = sessions;
        this.lifetime = lifetime;
        this.random = random;
        this.clock = clock;
    }

    /** @throws Refusal {@code SESSION_ENDED} */
    public SessionView prolong(String refreshToken) {
        RefreshToken used = RefreshToken.read(refreshToken).orElseThrow(ProlongSession::ended);
        RefreshToken next = used.next(random);
        TokenHashes hashes = used.hashes();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant refreshBy = lifetime.from(now);
        Optional<Prolonged> prolonged = sessions.prolong(hashes, next.hashes().token(), now, refreshBy);
        if (prolonged.isEmpty()) {
            sessions.endIfReused(hashes, now);
            throw ended();
        }
        Prolonged session = prolonged.get();
        // Read after the token was replaced: a role that was taken since then has ended the session.
        Customer customer = customers.byId(session.customerId()).orElseThrow(ProlongSession::ended);
        return new SessionView(session.id(), customer.view(), next.text(), refreshBy);
    }

    private static Refusal ended() {
        return new Refusal(ErrorCode.SESSION_ENDED, "The session has ended; log in again.");
    }
}
