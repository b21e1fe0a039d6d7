package io.microecommerce.customer.deletion.store;

import io.microecommerce.customer.account.LoginAttempts;
import io.microecommerce.customer.deletion.ForgottenCustomers;
import java.time.Instant;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Forgotten customers in PostgreSQL. */
@Repository
class MyBatisForgottenCustomers implements ForgottenCustomers {

    private final ForgottenCustomerMapper mapper;
    private final LoginAttempts attempts;

    MyBatisForgottenCustomers(ForgottenCustomerMapper mapper, LoginAttempts attempts) {
        this.mapper = mapper;
        this.attempts = attempts;
    }

    @Override
    public boolean contains(String customerId) {
        return mapper.contains(customerId);
    }

    /** With the customer's row locked, no session, address or request can be added that would outlive this. */
    @Override
    @Transactional
    public boolean add(String customerId, Instant at) {
        String email = mapper.lock(customerId);
        if (email == null) {
            return false;
        }
        mapper.anonymise(customerId, at);
        mapper.removeSessions(customerId);
        mapper.removeAddresses(customerId);
        mapper.removeResets(customerId);
        attempts.forget(email);
        return true;
    }
}
