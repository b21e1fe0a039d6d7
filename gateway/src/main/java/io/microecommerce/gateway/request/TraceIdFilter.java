package io.microecommerce.gateway.request;

import io.microecommerce.service.trace.OpenSpan;
import io.microecommerce.service.trace.Spans;
import io.microecommerce.service.trace.TraceId;
import io.opentelemetry.api.trace.SpanKind;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Begins a trace with every request, or continues the client's if it names one as W3C Trace Context has it. The span has the route's
 * pattern and not the address, whose ids and questions are the customer's.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class TraceIdFilter extends OncePerRequestFilter {

    private static final String ANSWER_HEADER = "Trace-Id";

    /** Asked every few seconds, by who keeps us running. */
    private static final Set<String> PROBES = Set.of("/livez", "/readyz");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return PROBES.contains(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (OpenSpan span =
                Spans.begin(request.getMethod(), SpanKind.SERVER, Spans.continued(request.getHeader("traceparent")))) {
            response.setHeader(ANSWER_HEADER, TraceId.current());
            try {
                chain.doFilter(request, response);
            } catch (ServletException | IOException | RuntimeException failure) {
                span.failed(failure);
                throw failure;
            } finally {
                describe(span, request, response.getStatus());
            }
        }
    }

    private static void describe(OpenSpan span, HttpServletRequest request, int status) {
        span.says("http.request.method", request.getMethod());
        span.says("http.response.status_code", Integer.toString(status));
        if (request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String route) {
            span.says("http.route", route);
            span.rename(request.getMethod() + " " + route);
        }
        if (status >= 500) {
            span.failed("status " + status);
        }
    }
}
