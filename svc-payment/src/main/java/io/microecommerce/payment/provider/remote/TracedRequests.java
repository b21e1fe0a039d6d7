package io.microecommerce.payment.provider.remote;

import io.microecommerce.service.trace.OpenSpan;
import io.microecommerce.service.trace.Spans;
import io.microecommerce.service.trace.TraceId;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Each request to the provider is a span of the trace that it belongs to, if there is one. The provider is told the trace's id, as W3C
 * Trace Context has it, and nothing that we know besides.
 */
final class TracedRequests implements Interceptor {

    private static final String TRACEPARENT = "traceparent";

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        if (TraceId.current() == null) {
            return chain.proceed(request);
        }
        try (OpenSpan span = Spans.begin(request.method() + " wechatpay", SpanKind.CLIENT, Context.current())) {
            String traceparent = Spans.carrier().get(TRACEPARENT);
            Request traced = traceparent == null
                    ? request
                    : request.newBuilder().header(TRACEPARENT, traceparent).build();
            try {
                Response answer = chain.proceed(traced);
                span.says("http.response.status_code", Integer.toString(answer.code()));
                return answer;
            } catch (IOException failure) {
                span.failed(failure);
                throw failure;
            }
        }
    }
}
