package io.microecommerce.gateway.limit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.springframework.web.filter.OncePerRequestFilter;

/** Limits what one customer may send, from however many addresses. It stands behind the filter that reads the token. */
public final class CustomerLimitFilter extends OncePerRequestFilter {

    private final RateLimit limit;

    public CustomerLimitFilter(RateLimit limit) {
        this.limit = limit;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Principal customer = request.getUserPrincipal();
        if (customer == null
                || Limited.passes(
                        limit.ask(customer.getName()), "Too many requests of this customer", request, response)) {
            chain.doFilter(request, response);
        }
    }
}
