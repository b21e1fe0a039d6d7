package io.microecommerce.service.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import org.jspecify.annotations.Nullable;

/** The id of the trace that this thread works for: 32 hexadecimal digits, as W3C Trace Context has them. Nothing depends on it. */
public final class TraceId {

    private TraceId() {}

    /** Null where nobody's request is worked on, as in the rounds of a sweeper. */
    public static @Nullable String current() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid() ? span.getTraceId() : null;
    }
}
