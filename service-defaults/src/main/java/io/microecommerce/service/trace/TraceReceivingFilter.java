package io.microecommerce.service.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import org.apache.dubbo.common.constants.CommonConstants;
import org.apache.dubbo.common.extension.Activate;
import org.apache.dubbo.rpc.Filter;
import org.apache.dubbo.rpc.Invocation;
import org.apache.dubbo.rpc.Invoker;
import org.apache.dubbo.rpc.Result;

/** Provider side: the method runs as a span of the caller's trace, if it took one along. It stands before all that may log. */
@Activate(group = CommonConstants.PROVIDER, order = TraceReceivingFilter.FIRST)
public class TraceReceivingFilter implements Filter {

    static final int FIRST = -100_000;

    @Override
    public Result invoke(Invoker<?> invoker, Invocation invocation) {
        Context caller = Spans.continued(invocation::getAttachment);
        if (!Span.fromContext(caller).getSpanContext().isValid()) {
            return invoker.invoke(invocation);
        }
        return TracedCall.during(
                Spans.begin(TracedCall.nameOf(invoker, invocation), SpanKind.SERVER, caller),
                () -> invoker.invoke(invocation));
    }
}
