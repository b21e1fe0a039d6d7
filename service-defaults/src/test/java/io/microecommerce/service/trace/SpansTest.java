package io.microecommerce.service.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.MDC;

/** A trace goes where its work goes, and no further; and it says no more than it may. */
class SpansTest {

    private static final String TRACE = "0123456789abcdef0123456789abcdef";
    private static final String PARENT = "00-" + TRACE + "-0123456789abcdef-01";

    @RegisterExtension
    static final RecordedSpans spans = new RecordedSpans();

    @AfterEach
    void nothingIsLeft() {
        assertThat(TraceId.current()).isNull();
        assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
    }

    @Test
    void whatHappensInsideIsPartOfTheSameTrace() {
        Spans.during(
                "outer",
                () -> Spans.during("inner", () -> assertThat(TraceId.current()).isNotNull()));

        SpanData outer = spans.named("outer");
        SpanData inner = spans.named("inner");
        assertThat(inner.getTraceId()).isEqualTo(outer.getTraceId());
        assertThat(inner.getParentSpanId()).isEqualTo(outer.getSpanId());
    }

    @Test
    void whoWorksForNobodyHasNoTraceAndTakesNoneAlong() {
        assertThat(TraceId.current()).isNull();
        assertThat(Spans.carrier()).isEmpty();
    }

    @Test
    void orderAndTransactionStandOnTheirSpanAndOnAllBelowIt() {
        try (OpenSpan pay = Spans.begin("pay").concerning(Spans.ORDER_ID, "order-1")) {
            pay.concerning(Spans.XID, "127.0.0.1:8091:7");
            Spans.during("try", () -> assertThat(MDC.getCopyOfContextMap())
                    .containsEntry("orderId", "order-1")
                    .containsEntry("xid", "127.0.0.1:8091:7")
                    .containsEntry("traceId", TraceId.current())
                    .containsKey("spanId"));
        }

        assertThat(spans.attributes("pay"))
                .containsEntry("orderId", "order-1")
                .containsEntry("xid", "127.0.0.1:8091:7");
        assertThat(spans.attributes("try")).isEqualTo(spans.attributes("pay"));
    }

    @Test
    void anOrderThatIsKnownLaterStandsOnTheCurrentSpanAndGoesAlong() {
        Spans.during("request", () -> {
            Map<String, String> carrier = Spans.ofOrder("order-2", Spans::carrier);
            assertThat(Spans.carrier()).doesNotContainKey("baggage");
            Spans.during(Spans.begin("call", SpanKind.SERVER, Spans.continued(carrier::get)), () -> {});
        });

        assertThat(spans.attributes("request")).containsEntry("orderId", "order-2");
        assertThat(spans.attributes("call")).containsEntry("orderId", "order-2");
    }

    @Test
    void itGoesToAnotherProcessAndIsJoinedThere() {
        Map<String, String> carrier =
                Spans.during(Spans.begin("send").concerning(Spans.ORDER_ID, "order-3"), Spans::carrier);

        Spans.received("credit", "order-3", carrier::get, () -> {});

        assertThat(carrier).containsOnlyKeys("traceparent", "baggage");
        SpanData consumer = spans.named("credit");
        assertThat(consumer.getTraceId()).isEqualTo(spans.named("send").getTraceId());
        assertThat(consumer.getParentSpanId()).isEqualTo(spans.named("send").getSpanId());
        assertThat(consumer.getKind()).isEqualTo(SpanKind.CONSUMER);
    }

    @Test
    void aMessageThatCarriesNoneBeginsOne() {
        Spans.received("credit", "order-4", property -> null, () -> {});

        assertThat(spans.named("credit").getParentSpanContext().isValid()).isFalse();
        assertThat(spans.attributes("credit")).containsEntry("orderId", "order-4");
    }

    @Test
    void ofAPeersBaggageNothingElseIsBelieved() {
        Map<String, String> carrier = Map.of("traceparent", PARENT, "baggage", "orderId=order-5,phone=13800000000");

        Spans.during(Spans.begin("call", SpanKind.SERVER, Spans.continued(carrier::get)), () -> {
            assertThat(Spans.carrier().get("baggage")).isEqualTo("orderId=order-5");
        });

        assertThat(spans.attributes("call")).containsOnly(Map.entry("orderId", "order-5"));
    }

    @Test
    void fromOutsideOnlyAValidTraceparentIsContinued() {
        assertThat(traceOf(Spans.continued(PARENT))).isEqualTo(TRACE);
        assertThat(traceOf(Spans.continued("00-" + "0".repeat(32) + "-0123456789abcdef-01")))
                .isNotEqualTo("0".repeat(32));
        assertThat(traceOf(Spans.continued(PARENT.toUpperCase()))).isNotEqualTo(TRACE);
        assertThat(traceOf(Spans.continued("13800000000"))).matches("[0-9a-f]{32}");
        assertThat(traceOf(Spans.continued((String) null))).matches("[0-9a-f]{32}");
    }

    private static String traceOf(Context parent) {
        return Spans.during(Spans.begin("request", SpanKind.SERVER, parent), TraceId::current);
    }

    @Test
    void workCarriesItToAnotherThread() throws Exception {
        AtomicReference<String> seen = new AtomicReference<>();
        AtomicReference<Runnable> work = new AtomicReference<>();
        Spans.during("request", () -> work.set(Spans.carriedBy(() -> seen.set(TraceId.current()))));

        Thread other = new Thread(work.get());
        other.start();
        other.join();

        assertThat(seen).hasValue(spans.named("request").getTraceId());
    }

    @Test
    void aFailureIsNamedByItsClassAndARefusalByItsCode() {
        assertThatThrownBy(() -> Spans.during("failing", () -> {
                    throw new IllegalStateException("Key (email)=(alice@example.com) exists");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Spans.during("refusing", () -> {
                    throw new Refusal(ErrorCode.INSUFFICIENT_BALANCE, "The wallet holds less.");
                }))
                .isInstanceOf(Refusal.class);

        assertThat(spans.named("failing").getStatus().getDescription()).isEqualTo("IllegalStateException");
        assertThat(spans.named("failing").getEvents()).isEmpty();
        assertThat(spans.named("refusing").getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(spans.named("refusing").getAttributes().get(AttributeKey.stringKey("refusal")))
                .isEqualTo("INSUFFICIENT_BALANCE");
    }

    @Test
    void nothingElseMayBeTakenAlong() {
        try (OpenSpan span = Spans.begin("pay")) {
            assertThatIllegalArgumentException().isThrownBy(() -> span.concerning("phone", "13800000000"));
        }
    }
}
