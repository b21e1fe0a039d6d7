package io.microecommerce.customer.session.store;

import io.microecommerce.customer.session.SessionEnd;
import io.microecommerce.customer.session.Sessions;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Repository;

/** Sessions in PostgreSQL. A deleted customer has none: they go with the customer, and the lock at their birth keeps it so. */
@Repository
class MyBatisSessions implements Sessions {

    private static final Logger log = LoggerFactory.getLogger(MyBatisSessions.class);

    private final SessionMapper mapper;

    MyBatisSessions(SessionMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public boolean open(NewSession session, String passwordHash) {
        return mapper.open(session, passwordHash) == 1;
    }

    @Override
    public Optional<Prolonged> prolong(TokenHashes used, String nextTokenHash, Instant at, Instant refreshBy) {
        return Optional.ofNullable(mapper.prolong(used, nextTokenHash, at, refreshBy));
    }

    @Override
    public void endIfReused(TokenHashes used, Instant at) {
        String ended = mapper.endIfReused(used, at);
        if (ended != null) {
            log.warn("Session {} is ended: a refresh token of it came a second time", ended);
        }
    }

    @Override
    public void end(String customerId, String sessionId, SessionEnd reason, Instant at) {
        mapper.end(customerId, sessionId, reason, at);
    }

    @Override
    public void endAll(String customerId, SessionEnd reason, Instant at) {
        int ended = mapper.endAll(customerId, reason, at);
        log.info("{} sessions of customer {} end: {}", ended, customerId, reason);
    }

    @Override
    public boolean isLive(String sessionId, Instant at) {
        return mapper.isLive(sessionId, at);
    }

    @Override
    public int purge(Instant endedBefore, int limit) {
        return mapper.purge(endedBefore, limit);
    }
}
