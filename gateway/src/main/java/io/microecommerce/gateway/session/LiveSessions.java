package io.microecommerce.gateway.session;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.microecommerce.api.customer.SessionFacade;
import io.microecommerce.gateway.token.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Whether a session still stands, asked of svc-customer and kept for some seconds, so that most requests ask nobody. A session
 * that ends through this gateway is over here at once; through another one, once what is kept has expired.
 *
 * <p>Where svc-customer does not answer, a session is taken to be live: its token is still signed, not expired, and short-lived,
 * and losing svc-customer must not stop anybody from paying.
 */
public final class LiveSessions {

    private static final int MAX_SESSIONS = 100_000;

    /** One line in that time says that svc-customer is away, however many requests notice. */
    private static final Duration WARN_EVERY = Duration.ofSeconds(10);

    private static final Logger log = LoggerFactory.getLogger(LiveSessions.class);

    private final SessionFacade sessions;
    private final Ticker ticker;
    private final AsyncCache<Login, Boolean> known;
    private final AtomicLong nextWarningNanos;

    /** @param keptFor how long an answer is believed */
    public LiveSessions(SessionFacade sessions, Duration keptFor) {
        this(sessions, keptFor, Ticker.systemTicker());
    }

    LiveSessions(SessionFacade sessions, Duration keptFor, Ticker ticker) {
        this.sessions = sessions;
        this.ticker = ticker;
        this.known = Caffeine.newBuilder()
                .maximumSize(MAX_SESSIONS)
                .expireAfterWrite(keptFor)
                .ticker(ticker)
                .executor(Runnable::run)
                .buildAsync();
        this.nextWarningNanos = new AtomicLong(ticker.read());
    }

    private record Login(String customerId, String sessionId) {}

    /** Asks at most once for all who ask at the same time; they wait for that answer, and so as long as the call may take. */
    public boolean isLive(String customerId, String sessionId) {
        Login login = new Login(customerId, sessionId);
        CompletableFuture<Boolean> mine = new CompletableFuture<>();
        CompletableFuture<Boolean> others = known.asMap().putIfAbsent(login, mine);
        if (others != null) {
            return others.join();
        }
        boolean live = true;
        try {
            live = ask(sessionId);
        } finally {
            mine.complete(live);
        }
        return live;
    }

    /** Whether what was checked when a request began holds still, of one that goes on for long. */
    public boolean stands(Jwt token, Instant now) {
        Instant expiresAt = token.getExpiresAt();
        return expiresAt != null
                && now.isBefore(expiresAt)
                && isLive(Tokens.customerOf(token), Tokens.sessionOf(token));
    }

    /** The session has ended: its token is refused from now on, also if svc-customer goes away now. */
    public void ended(String customerId, String sessionId) {
        known.put(new Login(customerId, sessionId), CompletableFuture.completedFuture(false));
    }

    /** All sessions of the customer may have ended: each is asked for anew. */
    public void askAgainFor(String customerId) {
        known.asMap().keySet().removeIf(login -> login.customerId().equals(customerId));
    }

    private boolean ask(String sessionId) {
        try {
            return sessions.isLive(sessionId);
        } catch (RuntimeException e) {
            warn(e);
            return true;
        }
    }

    private void warn(RuntimeException failure) {
        long now = ticker.read();
        long due = nextWarningNanos.get();
        if (now - due >= 0 && nextWarningNanos.compareAndSet(due, now + WARN_EVERY.toNanos())) {
            log.warn("svc-customer does not say whose session is live; all are taken to be: {}", failure.toString());
        }
    }
}
