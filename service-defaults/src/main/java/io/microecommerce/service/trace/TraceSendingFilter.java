package io.microecommerce.service.trace;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import org.apache.dubbo.common.constants.CommonConstants;
import org.apache.dubbo.common.extension.Activate;
import org.apache.dubbo.rpc.Filter;
import org.apache.dubbo.rpc.Invocation;
import org.apache.dubbo.rpc.Invoker;
import org.apache.dubbo.rpc.Result;

/** Consumer side: a call is a span of the trace that it belongs to, and takes it along. What belongs to none begins none. */
@Activate(group = CommonConstants.CONSUMER)
public class TraceSendingFilter implements Filter {

    @Override
    public Result invoke(Invoker<?> invoker, Invocation invocation) {
        if (TraceId.current() == null) {
            return invoker.invoke(invocation);
        }
        return TracedCall.during(
                Spans.begin(TracedCall.nameOf(invoker, invocation), SpanKind.CLIENT, Context.current()), () -> {
                    Spans.carrier().forEach(invocation::setAttachment);
                    return invoker.invoke(invocation);
                });
    }
}
