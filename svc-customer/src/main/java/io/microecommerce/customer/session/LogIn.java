package io.microecommerce.customer.session;

import io.microecommerce.api.customer.Credentials;
import io.microecommerce.api.customer.SessionView;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.customer.account.Customer;
import io.microecommerce.customer.account.Customers;
import io.microecommerce.customer.account.PasswordCheck;
import io.microecommerce.customer.session.Sessions.NewSession;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** A customer proves who they are, and a session begins. */
public final class LogIn {

    private final Customers customers;
    private final PasswordCheck passwords;
    private final Sessions sessions;
    private final SessionLifetime lifetime;
    private final RandomGenerator random;
    private final Clock clock;

    /** @param random makes refresh tokens; they must not be guessable */
    public LogIn(
            Customers customers,
            PasswordCheck passwords,
            Sessions sessions,
            SessionLifetime lifetime,
            RandomGenerator random,
            Clock clock) {
        this.customers = customers;
        this.passwords = passwords;
        this.sessions = sessions;
        this.lifetime = lifetime;
        this.random = random;
        this.clock = clock;
    }

    /**
     * @throws Refusal {@code LOGIN_FAILED}, the same in words and in time for an unknown e-mail and a wrong password; {@code
     *     TOO_MANY_LOGIN_ATTEMPTS}
     */
    public SessionView logIn(Credentials credentials) {
        passwords.requireAllowed(credentials.email());
        Optional<Customer> known = customers.byEmail(credentials.email());
        String hash = known.map(Customer::passwordHash).orElse(null);
        boolean matches = passwords.matches(credentials.email(), credentials.password(), hash);
        return open(known.filter(customer -> matches).orElseThrow(LogIn::failed));
    }

    private SessionView open(Customer customer) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant refreshBy = lifetime.from(now);
        String id = UUID.randomUUID().toString();
        RefreshToken token = RefreshToken.first(random);
        NewSession session = new NewSession(id, customer.id(), token.hashes(), now, refreshBy);
        if (!sessions.open(session, customer.passwordHash())) {
            throw failed();
        }
        // Read again: a role that was taken before the session began must not be in it, and one taken later ends it.
        Customer current = customers.byId(customer.id()).orElseThrow(LogIn::failed);
        return new SessionView(id, current.view(), token.text(), refreshBy);
    }

    private static Refusal failed() {
        return new Refusal(ErrorCode.LOGIN_FAILED, "E-mail and password do not belong together; check both.");
    }
}
