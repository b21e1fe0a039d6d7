package io.microecommerce.gateway.session.web;

import static io.microecommerce.gateway.request.RequestFields.required;

import io.microecommerce.api.Limits;
import io.microecommerce.api.customer.Credentials;
import io.microecommerce.api.customer.SessionFacade;
import io.microecommerce.api.customer.SessionView;
import io.microecommerce.gateway.session.LiveSessions;
import io.microecommerce.gateway.token.Tokens;
import io.microecommerce.gateway.token.Tokens.Token;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Logging in, staying logged in, and logging out. */
@RestController
@RequestMapping("/api/v1/session")
class SessionController {

    private static final int MAX_TOKEN_LENGTH = 200;

    private final SessionFacade sessions;
    private final LiveSessions live;
    private final Tokens tokens;

    SessionController(SessionFacade sessions, LiveSessions live, Tokens tokens) {
        this.sessions = sessions;
        this.live = live;
        this.tokens = tokens;
    }

    @PostMapping
    SessionResponse logIn(@RequestBody SessionRequest request) {
        return answer(sessions.logIn(request.toCredentials()));
    }

    /** The refresh token is used up by this, and another one is answered. */
    @PostMapping("/refresh")
    SessionResponse refreshSession(@RequestBody RefreshRequest request) {
        return answer(sessions.refresh(request.token()));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logOut(JwtAuthenticationToken customer) {
        String sessionId = Tokens.sessionOf(customer.getToken());
        sessions.logOut(customer.getName(), sessionId);
        live.ended(customer.getName(), sessionId);
    }

    private SessionResponse answer(SessionView session) {
        Token token = tokens.issue(session.customer().id(), session.customer().staff(), session.id());
        return new SessionResponse(token.value(), token.expiresAt(), session.refreshToken(), session.refreshBy());
    }

    record SessionRequest(@Nullable String email, @Nullable String password) {

        Credentials toCredentials() {
            return new Credentials(required("email", email), required("password", password));
        }

        @Override
        public String toString() {
            return "SessionRequest[...]";
        }
    }

    record RefreshRequest(@Nullable String refreshToken) {

        String token() {
            return Limits.requireText("refresh_token", required("refresh_token", refreshToken), MAX_TOKEN_LENGTH);
        }

        @Override
        public String toString() {
            return "RefreshRequest[...]";
        }
    }

    /**
     * A login.
     *
     * @param token goes with every request, as {@code Authorization: Bearer}
     * @param refreshToken prolongs the session, once, until {@code refreshExpiresAt}
     */
    record SessionResponse(String token, Instant expiresAt, String refreshToken, Instant refreshExpiresAt) {

        @Override
        public String toString() {
            return "SessionResponse[...]";
        }
    }
}
