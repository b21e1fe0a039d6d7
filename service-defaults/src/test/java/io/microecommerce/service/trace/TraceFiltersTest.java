package io.microecommerce.service.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.payment.PaymentFacade;
import io.opentelemetry.api.trace.SpanKind;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.dubbo.rpc.AppResponse;
import org.apache.dubbo.rpc.Invoker;
import org.apache.dubbo.rpc.Result;
import org.apache.dubbo.rpc.RpcInvocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A trace goes along over Dubbo, and is gone after the call. */
class TraceFiltersTest {

    @RegisterExtension
    static final RecordedSpans spans = new RecordedSpans();

    private final RpcInvocation call = new RpcInvocation();
    private final AtomicReference<String> seen = new AtomicReference<>();

    @Test
    void theMethodRunsInTheCallersTrace() {
        call.setMethodName("pay");
        Invoker<?> method = answering(new AppResponse());

        Spans.during(Spans.begin("request").concerning(Spans.ORDER_ID, "order-1"), () -> new TraceSendingFilter()
                .invoke(method, call));
        seen.set(null);
        new TraceReceivingFilter().invoke(method, call);

        assertThat(seen).hasValue(spans.named("request").getTraceId());
        assertThat(TraceId.current()).isNull();
        assertThat(spans.count()).isEqualTo(3);
        assertThat(spans.attributes("PaymentFacade/pay")).containsEntry("orderId", "order-1");
        assertThat(spans.named("PaymentFacade/pay").getKind()).isEqualTo(SpanKind.CLIENT);
    }

    @Test
    void aCallThatBelongsToNoTraceBeginsNone() {
        call.setMethodName("heldLongerThan");
        Invoker<?> method = answering(new AppResponse());

        new TraceSendingFilter().invoke(method, call);
        new TraceReceivingFilter().invoke(method, call);

        assertThat(call.getObjectAttachments()).doesNotContainKey("traceparent");
        assertThat(seen).hasValue(null);
        assertThat(spans.count()).isZero();
    }

    @Test
    void anAnswerThatRefusesIsNotedByItsCode() {
        call.setMethodName("pay");
        Invoker<?> method = answering(new AppResponse(new Refusal(ErrorCode.INSUFFICIENT_STOCK, "Three are left.")));

        Spans.during("request", () -> new TraceSendingFilter().invoke(method, call));

        assertThat(spans.attributes("PaymentFacade/pay")).containsEntry("refusal", "INSUFFICIENT_STOCK");
    }

    private Invoker<?> answering(Result answer) {
        Invoker<?> method = mock(Invoker.class);
        doReturn(PaymentFacade.class).when(method).getInterface();
        when(method.invoke(any())).thenAnswer(invocation -> {
            seen.set(TraceId.current());
            return answer;
        });
        return method;
    }
}
