package io.microecommerce.gateway.request;

import io.microecommerce.service.trace.TraceId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Begins a trace with every request, or continues the client's if it names one as W3C Trace Context has it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class TraceIdFilter extends OncePerRequestFilter {

    private static final String ANSWER_HEADER = "Trace-Id";
    private static final Pattern TRACEPARENT = Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String traceId = Objects.requireNonNullElseGet(continued(request.getHeader("traceparent")), TraceId::fresh);
        response.setHeader(ANSWER_HEADER, traceId);
        MDC.put(TraceId.KEY, traceId);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(TraceId.KEY);
        }
    }

    private static @Nullable String continued(@Nullable String traceparent) {
        Matcher parent = TRACEPARENT.matcher(Objects.requireNonNullElse(traceparent, ""));
        return parent.matches() ? TraceId.accept(parent.group(1)) : null;
    }
}
