package io.microecommerce.service.trace;

import org.apache.dubbo.common.constants.CommonConstants;
import org.apache.dubbo.common.extension.Activate;
import org.apache.dubbo.rpc.Filter;
import org.apache.dubbo.rpc.Invocation;
import org.apache.dubbo.rpc.Invoker;
import org.apache.dubbo.rpc.Result;

/** Provider side: the method runs under the caller's trace id. It stands before all that may log. */
@Activate(group = CommonConstants.PROVIDER, order = TraceReceivingFilter.FIRST)
public class TraceReceivingFilter implements Filter {

    static final int FIRST = -100_000;

    @Override
    public Result invoke(Invoker<?> invoker, Invocation invocation) {
        String before = TraceId.current();
        TraceId.set(TraceId.accept(invocation.getAttachment(TraceId.KEY)));
        try {
            return invoker.invoke(invocation);
        } finally {
            TraceId.set(before);
        }
    }
}
