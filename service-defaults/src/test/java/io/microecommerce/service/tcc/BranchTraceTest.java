package io.microecommerce.service.tcc;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.service.trace.RecordedSpans;
import io.microecommerce.service.trace.Spans;
import io.microecommerce.service.trace.TraceId;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.seata.core.model.BranchStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Phase two joins the trace of its Try, and a branch that carries none is settled all the same. */
class BranchTraceTest {

    private static final String XID = "127.0.0.1:8091:42";

    /** As Seata writes it. */
    private static final String REGISTERED =
            """
            {"actionContext":{"action-start-time":1700000000000,"useTCCFence":true,"sys::prepare":"tryHold","paymentId":"p-1"}}""";

    @RegisterExtension
    static final RecordedSpans spans = new RecordedSpans();

    @Test
    void aConfirmIsPartOfTheTraceOfItsTry() {
        AtomicReference<String> branch = new AtomicReference<>();
        Spans.during(
                Spans.begin("try stock").concerning(Spans.ORDER_ID, "order-1"),
                () -> branch.set(BranchTrace.takenAlong(REGISTERED)));

        phaseTwo("confirm stock-reserve", branch.get(), BranchStatus.PhaseTwo_Committed);

        assertThat(spans.named("confirm stock-reserve").getTraceId())
                .isEqualTo(spans.named("try stock").getTraceId());
        assertThat(spans.attributes("confirm stock-reserve"))
                .containsOnly(Map.entry("orderId", "order-1"), Map.entry("xid", XID));
    }

    @Test
    void whatTheBranchCarriesStaysAsItIs() {
        String carried = Spans.during("try stock", () -> BranchTrace.takenAlong(REGISTERED));

        ObjectNode data = (ObjectNode) JsonMapper.shared().readTree(carried);
        ObjectNode context = (ObjectNode) data.get("actionContext");
        assertThat(context.remove("traceparent").asString()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
        assertThat(data).hasToString(REGISTERED);
    }

    @Test
    void withoutATraceTheBranchIsRegisteredAsItIs() {
        assertThat(BranchTrace.takenAlong(REGISTERED)).isSameAs(REGISTERED);
        Spans.during("try stock", () -> {
            assertThat(BranchTrace.takenAlong(null)).isNull();
            assertThat(BranchTrace.takenAlong("not json")).isEqualTo("not json");
            assertThat(BranchTrace.takenAlong("{}")).isEqualTo("{}");
        });
    }

    @Test
    void aBranchOfAnEarlierVersionBeginsATraceInPhaseTwo() {
        phaseTwo("cancel stock-reserve", REGISTERED, BranchStatus.PhaseTwo_Rollbacked);

        assertThat(spans.named("cancel stock-reserve").getParentSpanContext().isValid())
                .isFalse();
        assertThat(spans.attributes("cancel stock-reserve")).containsOnly(Map.entry("xid", XID));
    }

    @Test
    void aFailedOneSaysSo() {
        phaseTwo("confirm stock-reserve", null, BranchStatus.PhaseTwo_CommitFailed_Retryable);

        assertThat(spans.named("confirm stock-reserve").getStatus().getDescription())
                .isEqualTo("PhaseTwo_CommitFailed_Retryable");
    }

    private static void phaseTwo(String name, String applicationData, BranchStatus status) {
        try (BranchTrace trace = BranchTrace.continued(name, XID, applicationData)) {
            assertThat(TraceId.current()).isNotNull();
            assertThat(trace.ended(status)).isEqualTo(status);
        }
        assertThat(TraceId.current()).isNull();
    }
}
