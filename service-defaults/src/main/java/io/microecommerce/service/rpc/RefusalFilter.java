package io.microecommerce.service.rpc;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import org.apache.dubbo.common.constants.CommonConstants;
import org.apache.dubbo.common.extension.Activate;
import org.apache.dubbo.rpc.Filter;
import org.apache.dubbo.rpc.Invocation;
import org.apache.dubbo.rpc.Invoker;
import org.apache.dubbo.rpc.Result;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Provider side: every exception leaves as a {@link Refusal}. It stands nearest to the method, so that Dubbo's own exception
 * filter sees only what the facades declare, and no driver's message or class crosses the wire.
 */
@Activate(group = CommonConstants.PROVIDER, order = RefusalFilter.NEAREST_TO_THE_METHOD)
public class RefusalFilter implements Filter, Filter.Listener {

    static final int NEAREST_TO_THE_METHOD = 100_000;

    private static final Logger log = LoggerFactory.getLogger(RefusalFilter.class);

    @Override
    public Result invoke(Invoker<?> invoker, Invocation invocation) {
        return invoker.invoke(invocation);
    }

    @Override
    public void onResponse(Result answer, Invoker<?> invoker, Invocation invocation) {
        if (!answer.hasException()) {
            return;
        }
        Throwable failure = answer.getException();
        Refusal refusal = Failures.toRefusal(failure);
        if (refusal.code() == ErrorCode.INTERNAL_ERROR) {
            log.error("{}.{} failed", invoker.getInterface().getSimpleName(), invocation.getMethodName(), failure);
        } else if (refusal.code().retryable()) {
            log.warn(
                    "{}.{} answered {}: {}",
                    invoker.getInterface().getSimpleName(),
                    invocation.getMethodName(),
                    refusal.code(),
                    failure.toString());
        }
        answer.setException(refusal);
    }

    @Override
    public void onError(Throwable failure, Invoker<?> invoker, Invocation invocation) {
        // Dubbo reports it to the caller as an RpcException already.
    }
}
