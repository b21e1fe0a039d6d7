package io.microecommerce.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.api.timeline.TimelineEntryView;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Four chapters become one account a payment, whatever the clocks of their databases say. */
class StoryTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private final Story story = new Story("order", false);

    private static TimelineEntryView journal(
            int seq, long millis, String kind, int attempt, String xid, String status) {
        String traceId = kind.equals("OPENED") ? "trace" : null;
        return new TimelineEntryView(
                NOON.plusMillis(millis), "svc-payment", kind, "payment", attempt, xid, traceId, seq, status, kind);
    }

    private static TimelineEntryView other(Chapter chapter, long millis, String kind, String paymentId, String xid) {
        return new TimelineEntryView(
                NOON.plusMillis(millis), chapter.service(), kind, paymentId, null, xid, null, 0, null, kind);
    }

    private void tellOfAPaidPayment() {
        story.tell(List.of(
                journal(1, 0, "OPENED", 1, null, "INITIATED"),
                journal(2, 10, "HALF_SENT", 1, null, null),
                journal(3, 20, "BEGUN", 1, "xid", null),
                journal(4, 30, "HELD", 1, "xid", "HELD"),
                journal(5, 40, "COMMIT_ASKED", 1, "xid", null),
                journal(6, 50, "PAID", 1, "xid", "PAID")));
    }

    private List<String> kinds() {
        return story.timeline().payments().get(0).entries().stream()
                .map(TimelineEntryView::kind)
                .toList();
    }

    @Test
    void whatOtherServicesTellStandsWhereItHappened() {
        tellOfAPaidPayment();
        story.tell(List.of(
                other(Chapter.ORDER, 25, "ORDER_HELD", "payment", "xid"),
                other(Chapter.ORDER, 60, "ORDER_PAID", "payment", "xid"),
                other(Chapter.ORDER, 5, "ORDER_PLACED", null, null)));
        story.tell(List.of(
                other(Chapter.STOCK, 35, "STOCK_RESERVED", null, "xid"),
                other(Chapter.STOCK, 45, "STOCK_SOLD", null, "xid")));

        assertThat(kinds())
                .containsExactly(
                        "OPENED",
                        "HALF_SENT",
                        "BEGUN",
                        "ORDER_HELD",
                        "HELD",
                        "STOCK_RESERVED",
                        "COMMIT_ASKED",
                        "STOCK_SOLD",
                        "PAID",
                        "ORDER_PAID");
        assertThat(story.timeline().entries())
                .extracting(TimelineEntryView::kind)
                .containsExactly("ORDER_PLACED");
    }

    @Test
    void nothingStandsBeforeWhatCausedItThoughItsClockIsLate() {
        tellOfAPaidPayment();
        story.tell(List.of(
                other(Chapter.STOCK, -5_000, "STOCK_SOLD", null, "xid"),
                other(Chapter.STOCK, -5_100, "STOCK_RESERVED", null, "xid"),
                other(Chapter.CUSTOMER, -5_000, "CREDIT_ENTRY", "payment", null)));

        assertThat(kinds())
                .containsExactly(
                        "OPENED",
                        "HALF_SENT",
                        "BEGUN",
                        "STOCK_RESERVED",
                        "HELD",
                        "COMMIT_ASKED",
                        "STOCK_SOLD",
                        "PAID",
                        "CREDIT_ENTRY");
    }

    @Test
    void theJournalKeepsItsOrderThoughItsClockWasSetBack() {
        story.tell(List.of(
                journal(1, 0, "OPENED", 1, null, "INITIATED"),
                journal(2, -60_000, "HALF_SENT", 1, null, null),
                journal(3, -50_000, "BEGUN", 1, "xid", null)));

        assertThat(kinds()).containsExactly("OPENED", "HALF_SENT", "BEGUN");
    }

    @Test
    void aTransactionsEntriesBelongToItsPaymentAndAttempt() {
        story.tell(List.of(
                journal(1, 0, "OPENED", 1, null, "INITIATED"),
                journal(2, 10, "BEGUN", 1, "first", null),
                journal(3, 20, "TAKEN_OVER", 2, null, "INITIATED"),
                journal(4, 30, "BEGUN", 2, "second", null)));
        assertThat(story.question().xids()).containsExactly("first", "second");
        story.tell(List.of(
                other(Chapter.STOCK, 15, "STOCK_RESERVED", null, "first"),
                other(Chapter.STOCK, 40, "STOCK_RELEASED", null, "first")));

        Timeline.Payment payment = story.timeline().payments().get(0);

        assertThat(payment.attempts()).isEqualTo(2);
        assertThat(payment.status()).isEqualTo("INITIATED");
        assertThat(payment.entries())
                .filteredOn(entry -> entry.source().equals("svc-product"))
                .allSatisfy(entry -> {
                    assertThat(entry.attempt()).isEqualTo(1);
                    assertThat(entry.traceId()).isEqualTo("trace");
                });
    }

    @Test
    void whoIsMissingIsNamedAndAnOrderIsUnknownOnlyWhenAllWereAsked() {
        assertThat(story.timeline().isUnknown()).isTrue();

        story.miss(Chapter.STOCK);

        assertThat(story.timeline().missing()).containsExactly("svc-product");
        assertThat(story.timeline().isUnknown()).isFalse();
    }

    @Test
    void forgottenFencesAreSaid() {
        tellOfAPaidPayment();
        assertThat(story.timeline().payments().get(0).fencesForgotten()).isTrue();

        story.tell(List.of(other(Chapter.STOCK, 30, "BRANCH_TRIED", null, "xid")));

        assertThat(story.timeline().payments().get(0).fencesForgotten()).isFalse();
    }
}
