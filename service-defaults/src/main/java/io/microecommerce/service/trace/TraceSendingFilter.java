package io.microecommerce.service.trace;

import org.apache.dubbo.common.constants.CommonConstants;
import org.apache.dubbo.common.extension.Activate;
import org.apache.dubbo.rpc.Filter;
import org.apache.dubbo.rpc.Invocation;
import org.apache.dubbo.rpc.Invoker;
import org.apache.dubbo.rpc.Result;

/** Consumer side: the trace id goes along. */
@Activate(group = CommonConstants.CONSUMER)
public class TraceSendingFilter implements Filter {

    @Override
    public Result invoke(Invoker<?> invoker, Invocation invocation) {
        String traceId = TraceId.current();
        if (traceId != null) {
            invocation.setAttachment(TraceId.KEY, traceId);
        }
        return invoker.invoke(invocation);
    }
}
