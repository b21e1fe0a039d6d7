package io.microecommerce.gateway;

import io.microecommerce.api.timeline.TimelineEntryView;
import io.microecommerce.api.timeline.TimelineFacade;
import io.microecommerce.api.timeline.TimelineQuestion;
import io.microecommerce.gateway.timeline.Chapters;
import io.microecommerce.timeline.Chapter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Each service's part of the timeline of order-1, beside {@link FakeServices}; it knows no other order. */
public final class FakeTimelines implements Chapters {

    private static final String TRACE = "0123456789abcdef0123456789abcdef";

    /** Those that do not answer. */
    public final Set<Chapter> silent = ConcurrentHashMap.newKeySet();

    /** What each was last asked. */
    public final Map<Chapter, TimelineQuestion> asked = new ConcurrentHashMap<>();

    /** One service alone, as Dubbo offers it. */
    public TimelineFacade of(Chapter chapter) {
        return question -> read(chapter, question);
    }

    @Override
    public List<TimelineEntryView> read(Chapter chapter, TimelineQuestion question) {
        asked.put(chapter, question);
        if (silent.contains(chapter)) {
            throw new IllegalStateException("secret");
        }
        if (!question.orderId().equals("order-1")) {
            return List.of();
        }
        return switch (chapter) {
            case PAYMENT ->
                List.of(
                        entry(chapter, "OPENED", "pay-1", 1, null, TRACE, 1, "INITIATED"),
                        entry(chapter, "BEGUN", "pay-1", 1, "xid-1", null, 2, null));
            case ORDER ->
                List.of(
                        entry(chapter, "ORDER_PLACED", null, null, null, null, 1, null),
                        entry(chapter, "ORDER_HELD", "pay-1", null, "xid-1", null, 2, null));
            case STOCK -> List.of(entry(chapter, "STOCK_RESERVED", null, null, "xid-1", null, 0, null));
            case CUSTOMER -> List.of();
        };
    }

    private static TimelineEntryView entry(
            Chapter chapter,
            String kind,
            String paymentId,
            Integer attempt,
            String xid,
            String traceId,
            int seq,
            String status) {
        return new TimelineEntryView(
                FakeServices.THEN, chapter.service(), kind, paymentId, attempt, xid, traceId, seq, status, "Text.");
    }
}
