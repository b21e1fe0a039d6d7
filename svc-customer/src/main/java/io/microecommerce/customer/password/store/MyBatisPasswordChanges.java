package io.microecommerce.customer.password.store;

import io.microecommerce.customer.password.PasswordChanges;
import io.microecommerce.customer.session.SessionEnd;
import io.microecommerce.customer.session.Sessions;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Passwords in PostgreSQL. The sessions are ended after the customer's row is locked, by a statement of its own: it sees a
 * session that was born while this waited, and one that comes later finds the password changed.
 */
@Repository
class MyBatisPasswordChanges implements PasswordChanges {

    private final PasswordMapper passwords;
    private final ResetRequestMapper requests;
    private final Sessions sessions;

    MyBatisPasswordChanges(PasswordMapper passwords, ResetRequestMapper requests, Sessions sessions) {
        this.passwords = passwords;
        this.requests = requests;
        this.sessions = sessions;
    }

    @Override
    @Transactional
    public boolean replace(String customerId, String oldHash, String newHash, Instant at) {
        if (passwords.replace(customerId, oldHash, newHash, at) != 1) {
            return false;
        }
        sessions.endAll(customerId, SessionEnd.PASSWORD_CHANGED, at);
        requests.removeOpen(customerId);
        return true;
    }

    @Override
    @Transactional
    public Optional<String> reset(String tokenHash, String newHash, Instant at) {
        String customerId = requests.customerOf(tokenHash, at);
        if (customerId == null || passwords.lock(customerId) == null || requests.use(tokenHash, at) != 1) {
            return Optional.empty();
        }
        passwords.set(customerId, newHash, at);
        sessions.endAll(customerId, SessionEnd.PASSWORD_RESET, at);
        requests.removeOpen(customerId);
        return Optional.of(customerId);
    }
}
