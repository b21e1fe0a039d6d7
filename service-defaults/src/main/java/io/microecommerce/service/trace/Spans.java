package io.microecommerce.service.trace;

import io.microecommerce.api.error.Refusal;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.BaggageBuilder;
import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The spans of a trace, and the way from one process to the next. A trace goes where its work goes: over Dubbo in attachments, in
 * the properties of a message, and from a Try to its Confirm or Cancel in what the branch carries.
 *
 * <p>What a span holds is decided here, and it is little: names of steps, the order and the global transaction that they concern,
 * the code of a refusal or the class of a failure. No words of an exception, no arguments and no SQL: they hold what customers
 * have told us.
 */
public final class Spans {

    /** An order's id: an attribute of each span that concerns it, an entry of the baggage, and in the log's context. */
    public static final String ORDER_ID = "orderId";

    /** A global transaction's id; the same. */
    public static final String XID = "xid";

    /** The code with which something was refused: an attribute. That is an answer, and no failure of the span. */
    public static final String REFUSAL = "refusal";

    static final List<String> FACTS = List.of(ORDER_ID, XID);

    private static final String SCOPE = "io.microecommerce";
    private static final TextMapPropagator W3C =
            TextMapPropagator.composite(W3CTraceContextPropagator.getInstance(), W3CBaggagePropagator.getInstance());

    /** Static, because Seata and Dubbo make those who need it. Until a service sets it, there are no traces. */
    private static volatile Tracer tracer = OpenTelemetry.noop().getTracer(SCOPE);

    private Spans() {}

    static void goTo(OpenTelemetry telemetry) {
        tracer = telemetry.getTracer(SCOPE);
    }

    /** Does it as a span of the current trace, or as the first one of a new trace. */
    public static <T> T during(String name, Supplier<T> work) {
        return during(begin(name), work);
    }

    /** The same for what has no result. */
    public static void during(String name, Runnable work) {
        during(begin(name), asSupplier(work));
    }

    /** Does it, and ends the span, which notes what is thrown. */
    public static <T> T during(OpenSpan span, Supplier<T> work) {
        try (span) {
            try {
                return work.get();
            } catch (RuntimeException | Error failure) {
                // Here, for a span that has ended takes no more notes.
                span.failed(failure);
                throw failure;
            }
        }
    }

    /** The same for what has no result. */
    public static void during(OpenSpan span, Runnable work) {
        during(span, asSupplier(work));
    }

    /**
     * Does what a message asks for, as a span of the trace that sent it.
     *
     * @param name the group that consumes it
     * @param properties the message's, by their names; null where it has none of that name
     */
    public static void received(
            String name, String orderId, Function<String, @Nullable String> properties, Runnable work) {
        during(begin(name, SpanKind.CONSUMER, continued(properties)).concerning(ORDER_ID, orderId), work);
    }

    /** Says that what the current span and those below it do concerns this order. */
    public static <T> T ofOrder(String orderId, Supplier<T> work) {
        Span.current().setAttribute(ORDER_ID, orderId);
        try (Entered entered = Entered.into(concerning(Context.current(), ORDER_ID, orderId))) {
            return entered.result(work);
        }
    }

    /** The same work for another thread, in the trace of this one. */
    public static Runnable carriedBy(Runnable work) {
        Context here = Context.current();
        return () -> {
            try (Entered entered = Entered.into(here)) {
                entered.result(asSupplier(work));
            }
        };
    }

    /** Begins one of the current trace, or the first one of a new trace. */
    public static OpenSpan begin(String name) {
        return begin(name, SpanKind.INTERNAL, Context.current());
    }

    /** Begins one of that trace, or the first one of a new trace; what is known of its order and transaction comes along. */
    public static OpenSpan begin(String name, SpanKind kind, Context parent) {
        Span span = tracer.spanBuilder(name).setSpanKind(kind).setParent(parent).startSpan();
        Baggage known = Baggage.fromContext(parent);
        FACTS.forEach(fact -> {
            String value = known.getEntryValue(fact);
            if (value != null) {
                span.setAttribute(fact, value);
            }
        });
        return new OpenSpan(span, parent.with(span));
    }

    /** What takes this thread's trace along, as names and values of W3C Trace Context and Baggage; empty where there is none. */
    public static Map<String, String> carrier() {
        Map<String, String> carrier = new LinkedHashMap<>();
        if (TraceId.current() != null) {
            W3C.inject(Context.current(), carrier, (map, name, value) -> {
                if (map != null) {
                    map.put(name, value);
                }
            });
        }
        return carrier;
    }

    /** The trace that a peer of ours took along, with what it says of order and transaction and nothing else; none if it took none. */
    public static Context continued(Function<String, @Nullable String> carried) {
        Context theirs = W3C.extract(Context.root(), carried, Carried.BY_NAME);
        BaggageBuilder ours = Baggage.builder();
        FACTS.forEach(fact -> {
            String value = Baggage.fromContext(theirs).getEntryValue(fact);
            if (value != null) {
                ours.put(fact, value);
            }
        });
        return theirs.with(ours.build());
    }

    /** The trace that somebody outside names; of what else comes with it nothing is believed. */
    public static Context continued(@Nullable String traceparent) {
        return W3CTraceContextPropagator.getInstance()
                .extract(Context.root(), name -> name.equals("traceparent") ? traceparent : null, Carried.BY_NAME);
    }

    static Context concerning(Context context, String fact, String value) {
        return context.with(
                Baggage.fromContext(context).toBuilder().put(fact, value).build());
    }

    static void fail(Span span, Throwable failure) {
        if (failure instanceof Refusal refusal) {
            span.setAttribute(REFUSAL, refusal.code().name());
        } else {
            span.setStatus(StatusCode.ERROR, failure.getClass().getSimpleName());
        }
    }

    private static Supplier<Boolean> asSupplier(Runnable work) {
        return () -> {
            work.run();
            return true;
        };
    }

    private enum Carried implements TextMapGetter<Function<String, @Nullable String>> {
        BY_NAME;

        @Override
        public Iterable<String> keys(Function<String, @Nullable String> carried) {
            return List.of();
        }

        @Override
        public @Nullable String get(@Nullable Function<String, @Nullable String> carried, String name) {
            return carried == null ? null : carried.apply(name);
        }
    }
}
