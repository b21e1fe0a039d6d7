package io.microecommerce.service.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;

/** A span that is under way in this thread, until it is closed; one thread uses it. */
public final class OpenSpan implements AutoCloseable {

    private final Span span;
    private Context context;
    private Entered entered;

    OpenSpan(Span span, Context context) {
        this.span = span;
        this.context = context;
        this.entered = Entered.into(context);
    }

    /**
     * Says what it and those below it concern, from here on.
     *
     * @param fact {@link Spans#ORDER_ID} or {@link Spans#XID}
     */
    public OpenSpan concerning(String fact, String value) {
        if (!Spans.FACTS.contains(fact)) {
            throw new IllegalArgumentException(fact + " may not stand in a trace");
        }
        span.setAttribute(fact, value);
        entered.close();
        context = Spans.concerning(context, fact, value);
        entered = Entered.into(context);
        return this;
    }

    /** For what is known of an HTTP request or a call only, and holds nothing that a customer has told us. */
    public void says(String attribute, String value) {
        span.setAttribute(attribute, value);
    }

    public void rename(String name) {
        span.updateName(name);
    }

    /** A refusal is noted by its code, another failure by its class. */
    public void failed(Throwable failure) {
        Spans.fail(span, failure);
    }

    /** @param why a word of ours: a status, a class */
    public void failed(String why) {
        span.setStatus(StatusCode.ERROR, why);
    }

    @Override
    public void close() {
        entered.close();
        span.end();
    }
}
