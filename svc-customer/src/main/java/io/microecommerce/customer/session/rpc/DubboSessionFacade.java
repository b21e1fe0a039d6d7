package io.microecommerce.customer.session.rpc;

import io.microecommerce.api.Limits;
import io.microecommerce.api.customer.Credentials;
import io.microecommerce.api.customer.SessionFacade;
import io.microecommerce.api.customer.SessionView;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.customer.session.LogIn;
import io.microecommerce.customer.session.ProlongSession;
import io.microecommerce.customer.session.SessionEnd;
import io.microecommerce.customer.session.Sessions;
import java.time.Clock;
import org.apache.dubbo.config.annotation.DubboService;

/** Logins over Dubbo. */
@DubboService
public class DubboSessionFacade implements SessionFacade {

    private final LogIn logIn;
    private final ProlongSession prolong;
    private final Sessions sessions;
    private final Clock clock;

    DubboSessionFacade(LogIn logIn, ProlongSession prolong, Sessions sessions, Clock clock) {
        this.logIn = logIn;
        this.prolong = prolong;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public SessionView logIn(Credentials credentials) throws Refusal {
        return logIn.logIn(credentials);
    }

    @Override
    public SessionView refresh(String refreshToken) throws Refusal {
        return prolong.prolong(refreshToken);
    }

    @Override
    public void logOut(String customerId, String sessionId) throws Refusal {
        sessions.end(
                Limits.requireId("customer_id", customerId),
                Limits.requireId("session_id", sessionId),
                SessionEnd.LOGGED_OUT,
                clock.instant());
    }

    @Override
    public boolean isLive(String sessionId) throws Refusal {
        return sessions.isLive(Limits.requireId("session_id", sessionId), clock.instant());
    }
}
