package io.microecommerce.service.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.dubbo.rpc.AppResponse;
import org.apache.dubbo.rpc.Invoker;
import org.apache.dubbo.rpc.RpcInvocation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The trace id goes where the work goes, and no further. */
class TraceIdTest {

    private static final String TRACE = "0123456789abcdef0123456789abcdef";

    @AfterEach
    void nothingIsLeft() {
        assertThat(TraceId.current()).isNull();
    }

    @Test
    void aFreshOneHasTheFormOfW3cTraceContext() {
        assertThat(TraceId.fresh()).matches("[0-9a-f]{32}").isNotEqualTo(TraceId.fresh());
        assertThat(TraceId.accept(TraceId.fresh())).isNotNull();
    }

    @Test
    void whatIsNoTraceIdIsNotAccepted() {
        assertThat(TraceId.accept(null)).isNull();
        assertThat(TraceId.accept(7)).isNull();
        assertThat(TraceId.accept("0".repeat(32))).isNull();
        assertThat(TraceId.accept(TRACE.toUpperCase())).isNull();
        assertThat(TraceId.accept(TRACE + "\n")).isNull();
        assertThat(TraceId.accept(TRACE)).isEqualTo(TRACE);
    }

    @Test
    void aThreadHasItForAsLongAsTheWorkLastsThoughItFails() {
        TraceId.during(TRACE, () -> {
            assertThat(TraceId.current()).isEqualTo(TRACE);
            TraceId.during(null, () -> assertThat(TraceId.current()).isNull());
            assertThat(TraceId.current()).isEqualTo(TRACE);
        });
        assertThatThrownBy(() -> TraceId.during(TRACE, () -> {
                    throw new IllegalStateException("failed");
                }))
                .hasMessage("failed");
    }

    @Test
    void workCarriesItToAnotherThread() throws Exception {
        AtomicReference<String> seen = new AtomicReference<>();
        AtomicReference<Runnable> work = new AtomicReference<>();
        TraceId.during(TRACE, () -> work.set(TraceId.carriedBy(() -> seen.set(TraceId.current()))));

        Thread other = new Thread(work.get());
        other.start();
        other.join();

        assertThat(seen).hasValue(TRACE);
    }

    @Test
    void itGoesAlongOverDubboAndIsGoneAfterTheCall() {
        RpcInvocation call = new RpcInvocation();
        AtomicReference<String> seen = new AtomicReference<>();
        Invoker<?> method = mock(Invoker.class);
        when(method.invoke(any())).thenAnswer(invocation -> {
            seen.set(TraceId.current());
            return new AppResponse();
        });

        TraceId.during(TRACE, () -> new TraceSendingFilter().invoke(method, call));
        seen.set(null);
        new TraceReceivingFilter().invoke(method, call);

        assertThat(seen).hasValue(TRACE);
    }
}
