package io.microecommerce.service.trace;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** A thread inside a trace, and the log's context with it; closed, the thread is where it was before. */
final class Entered implements AutoCloseable {

    private static final String TRACE_ID = "traceId";
    private static final String SPAN_ID = "spanId";

    private final Scope scope;
    private final Map<String, @Nullable String> before = new HashMap<>();

    private Entered(Scope scope) {
        this.scope = scope;
    }

    @SuppressWarnings("MustBeClosedChecker") // It is closed in close().
    static Entered into(Context context) {
        Entered entered = new Entered(context.makeCurrent());
        SpanContext span = Span.fromContext(context).getSpanContext();
        entered.log(TRACE_ID, span.isValid() ? span.getTraceId() : null);
        entered.log(SPAN_ID, span.isValid() ? span.getSpanId() : null);
        Baggage known = Baggage.fromContext(context);
        Spans.FACTS.forEach(fact -> entered.log(fact, known.getEntryValue(fact)));
        return entered;
    }

    <T> T result(Supplier<T> work) {
        return work.get();
    }

    private void log(String key, @Nullable String value) {
        before.put(key, MDC.get(key));
        set(key, value);
    }

    private static void set(String key, @Nullable String value) {
        if (value == null) {
            MDC.remove(key);
        } else {
            MDC.put(key, value);
        }
    }

    @Override
    public void close() {
        scope.close();
        before.forEach(Entered::set);
    }
}
