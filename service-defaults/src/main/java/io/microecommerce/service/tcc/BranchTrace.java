package io.microecommerce.service.tcc;

import io.microecommerce.service.trace.OpenSpan;
import io.microecommerce.service.trace.Spans;
import io.opentelemetry.api.trace.SpanKind;
import java.util.Map;
import org.apache.seata.common.Constants;
import org.apache.seata.core.model.BranchStatus;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The trace that a branch carries from its Try to its Confirm or Cancel: two more entries of its context, some 150 of the 2,000
 * characters that the coordinator keeps. A branch without them, which an earlier version registered, begins a trace in phase two.
 */
final class BranchTrace implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final OpenSpan span;

    private BranchTrace(OpenSpan span) {
        this.span = span;
    }

    /** What a branch carries, and this thread's trace with it if it has one. */
    static @Nullable String takenAlong(@Nullable String applicationData) {
        Map<String, String> carrier = Spans.carrier();
        if (!carrier.isEmpty()
                && read(applicationData) instanceof ObjectNode data
                && contextOf(data) instanceof ObjectNode context) {
            carrier.forEach(context::put);
            return JSON.writeValueAsString(data);
        }
        return applicationData;
    }

    /** The span of a phase two, as the branch's own if that carries a trace. */
    static BranchTrace continued(String name, String xid, @Nullable String applicationData) {
        JsonNode carried = contextOf(read(applicationData));
        OpenSpan span = Spans.begin(name, SpanKind.INTERNAL, Spans.continued(entry -> carried.path(entry)
                .asStringOpt()
                .orElse(null)));
        return new BranchTrace(span.concerning(Spans.XID, xid));
    }

    /** Seata has swallowed what was thrown. */
    BranchStatus ended(BranchStatus status) {
        if (status != BranchStatus.PhaseTwo_Committed && status != BranchStatus.PhaseTwo_Rollbacked) {
            span.failed(status.name());
        }
        return status;
    }

    private static JsonNode contextOf(JsonNode data) {
        return data.path(Constants.TX_ACTION_CONTEXT);
    }

    /** A branch is registered and settled whether we can read it or not. */
    private static JsonNode read(@Nullable String applicationData) {
        try {
            return applicationData == null ? JSON.missingNode() : JSON.readTree(applicationData);
        } catch (JacksonException notJson) {
            return JSON.missingNode();
        }
    }

    @Override
    public void close() {
        span.close();
    }
}
