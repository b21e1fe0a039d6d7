package io.microecommerce.customer.password.store;

import io.microecommerce.customer.password.ResetRequests;
import java.time.Instant;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Requests to reset a password in PostgreSQL. */
@Repository
class MyBatisResetRequests implements ResetRequests {

    private final PasswordMapper passwords;
    private final ResetRequestMapper requests;

    MyBatisResetRequests(PasswordMapper passwords, ResetRequestMapper requests) {
        this.passwords = passwords;
        this.requests = requests;
    }

    @Override
    @Transactional
    public boolean open(NewRequest request, Instant countedSince, int most) {
        return passwords.lock(request.customerId()) != null && requests.open(request, countedSince, most) == 1;
    }

    @Override
    public void sendingFailed(String tokenHash, Instant at) {
        requests.sendingFailed(tokenHash, at);
    }

    @Override
    public boolean isOpen(String tokenHash, Instant at) {
        return requests.customerOf(tokenHash, at) != null;
    }

    @Override
    public int purge(Instant expiredBefore, int limit) {
        return requests.purge(expiredBefore, limit);
    }
}
