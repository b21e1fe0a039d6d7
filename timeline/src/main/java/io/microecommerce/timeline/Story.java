package io.microecommerce.timeline;

import io.microecommerce.api.timeline.TimelineEntryView;
import io.microecommerce.api.timeline.TimelineQuestion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects the chapters, in the order of {@link Chapter}, and tells them as one account a payment.
 *
 * <p>Entries stand in the order of their times. They come from several databases, whose clocks differ: so none stands before what
 * caused it (a Try before its transaction was begun, a Confirm before the TC was told, a delivery before the payment was paid), and
 * what happened at the same time stands in the order of the protocol.
 */
public final class Story {

    private final String orderId;
    private final boolean forStaff;
    private final List<TimelineEntryView> told = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    public Story(String orderId, boolean forStaff) {
        this.orderId = orderId;
        this.forStaff = forStaff;
    }

    /** What to ask the next service: it includes what those before it have told. */
    public TimelineQuestion question() {
        Set<String> payments = new LinkedHashSet<>();
        Set<String> xids = new LinkedHashSet<>();
        for (TimelineEntryView entry : told) {
            add(payments, entry.paymentId());
            add(xids, entry.xid());
        }
        return new TimelineQuestion(orderId, List.copyOf(payments), List.copyOf(xids), forStaff);
    }

    private static void add(Set<String> to, @Nullable String id) {
        if (id != null) {
            to.add(id);
        }
    }

    public void tell(List<TimelineEntryView> entries) {
        told.addAll(entries);
    }

    /** That chapter could not be read; the timeline says so. */
    public void miss(Chapter chapter) {
        missing.add(chapter.service());
    }

    public Timeline timeline() {
        Map<String, List<TimelineEntryView>> accounts = new LinkedHashMap<>();
        List<TimelineEntryView> ofTheOrder = new ArrayList<>();
        Transactions transactions = Transactions.of(told);
        for (TimelineEntryView entry : told) {
            TimelineEntryView placed = transactions.place(entry);
            String paymentId = placed.paymentId();
            if (paymentId == null) {
                ofTheOrder.add(placed);
            } else {
                accounts.computeIfAbsent(paymentId, id -> new ArrayList<>()).add(placed);
            }
        }
        return new Timeline(
                orderId,
                missing,
                inOrder(ofTheOrder),
                accounts.entrySet().stream()
                        .map(account -> payment(account.getKey(), inOrder(account.getValue())))
                        .sorted(Comparator.comparing(
                                payment -> payment.entries().get(0).at()))
                        .toList());
    }

    private Timeline.Payment payment(String id, List<TimelineEntryView> entries) {
        String status = null;
        int attempts = 0;
        for (TimelineEntryView entry : entries) {
            status = entry.status() == null ? status : entry.status();
            attempts = entry.attempt() == null ? attempts : Math.max(attempts, entry.attempt());
        }
        return new Timeline.Payment(id, status, attempts, fencesForgotten(entries), entries);
    }

    /** Fence rows are cleaned up after seven days; what they told is told by the payment, the order and the stock as well. */
    private boolean fencesForgotten(List<TimelineEntryView> entries) {
        return !missing.contains(Chapter.PAYMENT.service())
                && entries.stream().anyMatch(entry -> entry.kind().equals(Happening.HELD.name()))
                && entries.stream().noneMatch(entry -> entry.kind().startsWith("BRANCH_"));
    }

    private static List<TimelineEntryView> inOrder(List<TimelineEntryView> entries) {
        Causes causes = Causes.of(entries);
        return entries.stream()
                .sorted(Comparator.comparing(causes::notBefore)
                        .thenComparing(entry -> Happening.of(entry.kind()))
                        .thenComparing(TimelineEntryView::source)
                        .thenComparing(TimelineEntryView::seq)
                        .thenComparing(TimelineEntryView::text))
                .toList();
    }

    /** Which payment and which of its attempts a global transaction belongs to, and the trace id of each attempt. */
    private record Transactions(Map<String, TimelineEntryView> byXid, Map<String, String> traceIds) {

        static Transactions of(List<TimelineEntryView> entries) {
            Map<String, TimelineEntryView> byXid = new LinkedHashMap<>();
            Map<String, String> traceIds = new LinkedHashMap<>();
            for (TimelineEntryView entry : entries) {
                String xid = entry.xid();
                if (xid != null && entry.paymentId() != null) {
                    // The payment's own entries come first, and know the attempt.
                    byXid.putIfAbsent(xid, entry);
                }
                String traceId = entry.traceId();
                if (traceId != null) {
                    traceIds.putIfAbsent(entry.paymentId() + "/" + entry.attempt(), traceId);
                }
            }
            return new Transactions(byXid, traceIds);
        }

        TimelineEntryView place(TimelineEntryView entry) {
            TimelineEntryView known = entry.xid() == null ? null : byXid.get(entry.xid());
            String paymentId = entry.paymentId() == null && known != null ? known.paymentId() : entry.paymentId();
            Integer attempt = entry.attempt() == null && known != null ? known.attempt() : entry.attempt();
            String traceId = entry.traceId() == null ? traceIds.get(paymentId + "/" + attempt) : entry.traceId();
            return new TimelineEntryView(
                    entry.at(),
                    entry.source(),
                    entry.kind(),
                    paymentId,
                    attempt,
                    entry.xid(),
                    traceId,
                    entry.seq(),
                    entry.status(),
                    entry.text());
        }
    }

    /** When what causes others happened, as the payment's own journal has it, whose order is that of its seq. */
    private record Causes(
            Map<Integer, Instant> journal,
            Map<String, Instant> begun,
            Map<String, Instant> decided,
            @Nullable Instant paid) {

        static Causes of(List<TimelineEntryView> entries) {
            Map<Integer, Instant> journal = new LinkedHashMap<>();
            Map<String, Instant> begun = new LinkedHashMap<>();
            Map<String, Instant> decided = new LinkedHashMap<>();
            Instant paid = null;
            Instant at = Instant.MIN;
            for (TimelineEntryView entry : entries.stream()
                    .filter(Causes::inJournal)
                    .sorted(Comparator.comparing(TimelineEntryView::seq))
                    .toList()) {
                at = entry.at().isAfter(at) ? entry.at() : at;
                journal.put(entry.seq(), at);
                String xid = Objects.requireNonNullElse(entry.xid(), "");
                switch (Happening.of(entry.kind())) {
                    case BEGUN -> begun.put(xid, at);
                    case COMMIT_ASKED, ROLLBACK_ASKED -> decided.put(xid, at);
                    case PAID -> paid = at;
                    default -> {
                        // Causes nothing that another database would tell of.
                    }
                }
            }
            return new Causes(journal, begun, decided, paid);
        }

        private static boolean inJournal(TimelineEntryView entry) {
            return entry.seq() > 0 && entry.source().equals(Chapter.PAYMENT.service());
        }

        Instant notBefore(TimelineEntryView entry) {
            if (inJournal(entry)) {
                return journal.getOrDefault(entry.seq(), entry.at());
            }
            String xid = Objects.requireNonNullElse(entry.xid(), "");
            Instant cause =
                    switch (Happening.of(entry.kind()).cause()) {
                        case NONE -> null;
                        case BEGIN -> begun.get(xid);
                        case DECISION -> decided.getOrDefault(xid, begun.get(xid));
                        case PAID -> paid;
                    };
            return cause != null && cause.isAfter(entry.at()) ? cause : entry.at();
        }
    }
}
