package io.microecommerce.service.trace;

import java.util.function.Supplier;
import org.apache.dubbo.rpc.Invocation;
import org.apache.dubbo.rpc.Invoker;
import org.apache.dubbo.rpc.Result;

/** One call over Dubbo as a span. All facades are synchronous: the answer is there when the call returns. */
final class TracedCall {

    private TracedCall() {}

    static Result during(OpenSpan span, Supplier<Result> call) {
        return Spans.during(span, () -> {
            Result answer = call.get();
            if (answer.hasException()) {
                span.failed(answer.getException());
            }
            return answer;
        });
    }

    static String nameOf(Invoker<?> invoker, Invocation invocation) {
        return invoker.getInterface().getSimpleName() + "/" + invocation.getMethodName();
    }
}
