package io.microecommerce.gateway.limit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Limits what one client address may send, before anything is done for it, and what guesses passwords or sends mails more
 * narrowly. Health is never limited: a probe that is refused would restart a gateway that is merely busy.
 */
public final class ClientLimitFilter extends OncePerRequestFilter {

    /** The routes where passwords and tokens are guessed, accounts opened and mails sent; all of them POST. */
    private static final Set<String> LOGINS =
            Set.of("/api/v1/session", "/api/v1/customer", "/api/v1/password_reset", "/api/v1/password_reset/confirm");

    private static final Set<String> HEALTH = Set.of("/health", "/livez", "/readyz");

    private final RateLimit all;
    private final RateLimit logins;

    public ClientLimitFilter(RateLimit all, RateLimit logins) {
        this.all = all;
        this.logins = logins;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return HEALTH.contains(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String client = ClientAddress.of(request);
        boolean login = HttpMethod.POST.matches(request.getMethod()) && LOGINS.contains(request.getRequestURI());
        if (Limited.passes(all.ask(client), "Too many requests from this address", request, response)
                && (!login
                        || Limited.passes(
                                logins.ask(client),
                                "Too many logins and the like from this address",
                                request,
                                response))) {
            chain.doFilter(request, response);
        }
    }
}
