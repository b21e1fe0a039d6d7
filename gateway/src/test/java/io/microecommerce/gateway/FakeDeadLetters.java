package io.microecommerce.gateway;

import io.microecommerce.api.deadletter.DeadLetterFacade;
import io.microecommerce.api.deadletter.DeadLetterQuery;
import io.microecommerce.api.deadletter.DeadLetterState;
import io.microecommerce.api.deadletter.DeadLetterView;
import io.microecommerce.api.deadletter.DiscardCommand;
import io.microecommerce.api.deadletter.RedriveCommand;
import io.microecommerce.api.deadletter.RedriveView;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The dead letters of one service, in memory: listed, redriven and discarded as the real facade does, without any consumer. */
public final class FakeDeadLetters implements DeadLetterFacade {

    private static final Comparator<DeadLetterView> NEWEST_FIRST = Comparator.comparing(DeadLetterView::arrivedAt)
            .thenComparing(DeadLetterView::id)
            .reversed();

    private final Map<String, DeadLetterView> letters = new ConcurrentHashMap<>();

    /** What the next calls throw; null to answer. */
    public volatile RuntimeException failure;

    public void reset() {
        letters.clear();
        failure = null;
    }

    public void add(String id, String group, Instant arrivedAt) {
        letters.put(id, letter(id, group, arrivedAt, DeadLetterState.OPEN, null, null));
    }

    private static DeadLetterView letter(
            String id, String group, Instant arrivedAt, DeadLetterState state, String by, String reason) {
        return new DeadLetterView(
                id,
                group,
                "message-" + id,
                "order-events",
                "OrderPaid",
                "pay-1",
                "{}",
                2,
                9,
                FakeServices.THEN,
                arrivedAt,
                "It broke.",
                state,
                new DeadLetterView.Evidence(DeadLetterView.Applied.NO, null, "It is not there."),
                0,
                by == null ? null : FakeServices.THEN,
                by,
                reason,
                by == null
                        ? List.of()
                        : List.of(new DeadLetterView.Action("DISCARD", "DONE", by, reason, null, FakeServices.THEN)));
    }

    @Override
    public List<DeadLetterView> letters(DeadLetterQuery query) {
        return all().filter(letter -> query.state() == null || letter.state() == query.state())
                .filter(letter -> query.group() == null || letter.group().equals(query.group()))
                .filter(letter -> query.beforeAt() == null
                        || letter.arrivedAt().isBefore(query.beforeAt())
                        || letter.arrivedAt().equals(query.beforeAt())
                                && letter.id().compareTo(query.beforeId()) < 0)
                .sorted(NEWEST_FIRST)
                .limit(query.size())
                .toList();
    }

    @Override
    public List<String> open(String group, int size) {
        return all().filter(letter ->
                        letter.state() == DeadLetterState.OPEN && letter.group().equals(group))
                .sorted(NEWEST_FIRST.reversed())
                .limit(size)
                .map(DeadLetterView::id)
                .toList();
    }

    @Override
    public DeadLetterView letter(String letterId) {
        return all().filter(letter -> letter.id().equals(letterId))
                .findFirst()
                .orElseThrow(() -> new Refusal(ErrorCode.DEAD_LETTER_NOT_FOUND, "There is no " + letterId + "."));
    }

    @Override
    public RedriveView redrive(RedriveCommand command) {
        DeadLetterView letter = letter(command.letterId());
        return switch (letter.state()) {
            case DISCARDED -> throw new Refusal(ErrorCode.DEAD_LETTER_RESOLVED, "It was discarded.");
            case REDRIVEN -> new RedriveView(RedriveView.Outcome.WAS_REDRIVEN, letter);
            case OPEN ->
                new RedriveView(
                        RedriveView.Outcome.APPLIED,
                        settled(letter, DeadLetterState.REDRIVEN, command.staffId(), command.reason()));
        };
    }

    @Override
    public DeadLetterView discard(DiscardCommand command) {
        return settled(letter(command.letterId()), DeadLetterState.DISCARDED, command.staffId(), command.reason());
    }

    private DeadLetterView settled(DeadLetterView letter, DeadLetterState to, String by, String reason) {
        DeadLetterView settled = letter(letter.id(), letter.group(), letter.arrivedAt(), to, by, reason);
        letters.put(letter.id(), settled);
        return settled;
    }

    private Stream<DeadLetterView> all() {
        if (failure != null) {
            throw failure;
        }
        return letters.values().stream();
    }
}
