package io.microecommerce.customer.account.store;

import static java.util.stream.Collectors.joining;

import io.microecommerce.customer.account.LoginAttempts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Login attempts in PostgreSQL. */
@Repository
class MyBatisLoginAttempts implements LoginAttempts {

    private final LoginAttemptMapper mapper;

    MyBatisLoginAttempts(LoginAttemptMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Optional<Duration> count(String email, List<Duration> rests, Instant at) {
        String key = storable(email);
        String restsMillis =
                rests.stream().map(rest -> Long.toString(rest.toMillis())).collect(joining(",", "{", "}"));
        if (mapper.count(key, restsMillis, at) == 1) {
            return Optional.empty();
        }
        Instant restsUntil = mapper.restsUntil(key);
        // Null when a success in between has let the account go on: the next attempt will find that.
        return Optional.of(restsUntil == null ? Duration.ZERO : Duration.between(at, restsUntil));
    }

    @Override
    public void forget(String email) {
        mapper.forget(storable(email));
    }

    @Override
    public int purge(Instant lastBefore, int limit) {
        return mapper.purge(lastBefore, limit);
    }

    /** PostgreSQL refuses NUL as an error; nobody has such an e-mail, and the attempt counts all the same. */
    private static String storable(String email) {
        return email.replace('\0', '\uFFFD');
    }
}
