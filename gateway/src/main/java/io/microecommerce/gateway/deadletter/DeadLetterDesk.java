package io.microecommerce.gateway.deadletter;

import io.microecommerce.api.deadletter.DeadLetterFacade;
import io.microecommerce.api.deadletter.DeadLetterQuery;
import io.microecommerce.api.deadletter.DeadLetterState;
import io.microecommerce.api.deadletter.DeadLetterView;
import io.microecommerce.api.deadletter.DiscardCommand;
import io.microecommerce.api.deadletter.RedriveCommand;
import io.microecommerce.api.deadletter.RedriveView;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.service.rpc.Failures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Asks every service that keeps dead letters, and hides none's because another one is down. */
public final class DeadLetterDesk {

    private static final Comparator<ServiceLetter> NEWEST_FIRST = Comparator.comparing(
                    (ServiceLetter letter) -> letter.letter().arrivedAt())
            .thenComparing(letter -> letter.letter().id())
            .reversed();

    private final SortedMap<String, DeadLetterFacade> services;
    private final PacedRedrive pace;

    public DeadLetterDesk(Map<String, DeadLetterFacade> services, PacedRedrive pace) {
        this.services = new TreeMap<>(services);
        this.pace = pace;
    }

    /**
     * The newest first.
     *
     * @throws Refusal {@code SERVICE_UNAVAILABLE} if no service answers at all
     */
    public LetterPage letters(
            @Nullable DeadLetterState state, @Nullable String group, @Nullable String cursor, int size) {
        LetterCursor after = cursor == null ? null : LetterCursor.decode(cursor);
        Instant beforeAt = after == null ? null : after.arrivedAt();
        String beforeId = after == null ? null : after.id();
        DeadLetterQuery query = new DeadLetterQuery(state, group, beforeAt, beforeId, size + 1);
        List<String> unanswered = new ArrayList<>();
        List<ServiceLetter> merged = fromAll(
                        (service, letters) -> letters.letters(query).stream()
                                .map(letter -> new ServiceLetter(service, letter))
                                .toList(),
                        unanswered)
                .stream()
                .sorted(NEWEST_FIRST)
                .toList();
        if (merged.size() <= size) {
            return new LetterPage(merged, null, unanswered);
        }
        List<ServiceLetter> page = merged.subList(0, size);
        DeadLetterView last = page.get(size - 1).letter();
        return new LetterPage(page, new LetterCursor(last.arrivedAt(), last.id()).encode(), unanswered);
    }

    public ServiceLetter letter(String id) {
        return with(id, (letters, letterId) -> letters.letter(letterId));
    }

    public ServiceLetter discard(String id, String staffId, String reason) {
        return with(id, (letters, letterId) -> letters.discard(new DiscardCommand(letterId, staffId, reason)));
    }

    /** At the rate of all redrives of this gateway. */
    public Redriven redrive(String id, String staffId, @Nullable String reason) {
        LetterId parsed = LetterId.parse(id);
        DeadLetterFacade letters = service(id, parsed);
        pace.take();
        RedriveView redriven = letters.redrive(new RedriveCommand(parsed.id(), staffId, reason));
        return new Redriven(redriven.outcome(), new ServiceLetter(parsed.service(), redriven.letter()));
    }

    /** What became of one letter. */
    public record Redriven(RedriveView.Outcome outcome, ServiceLetter letter) {}

    /** One after the other; what cannot be done within the time of a request is left for the next one. */
    public List<Attempt> redriveAll(List<String> ids, String staffId, @Nullable String reason) {
        PacedRedrive.Run run = pace.begin();
        return ids.stream().map(id -> attempt(run, id, staffId, reason)).toList();
    }

    /**
     * One of many.
     *
     * @param outcome of the redrive; null if it was not tried, or refused
     * @param refusal why not; null if it was tried, or left for the next request
     */
    public record Attempt(String id, RedriveView.@Nullable Outcome outcome, @Nullable Refusal refusal) {}

    private Attempt attempt(PacedRedrive.Run run, String id, String staffId, @Nullable String reason) {
        if (run.isOver()) {
            return new Attempt(id, null, null);
        }
        try {
            return new Attempt(id, redrive(id, staffId, reason).outcome(), null);
        } catch (RuntimeException failure) {
            return new Attempt(id, null, Failures.toRefusal(failure));
        }
    }

    /**
     * Ids of open letters of a group, the oldest of each service first.
     *
     * @param unanswered is given the services that do not answer
     */
    public List<String> open(String group, int limit, List<String> unanswered) {
        return fromAll(
                        (service, letters) -> letters.open(group, limit).stream()
                                .map(id -> new LetterId(service, id).text())
                                .toList(),
                        unanswered)
                .stream()
                .limit(limit)
                .toList();
    }

    private <T> List<T> fromAll(Question<List<T>> question, List<String> unanswered) {
        List<T> answers = new ArrayList<>();
        Refusal last = null;
        for (Map.Entry<String, DeadLetterFacade> service : services.entrySet()) {
            try {
                answers.addAll(question.ask(service.getKey(), service.getValue()));
            } catch (RuntimeException failure) {
                last = Failures.toRefusal(failure);
                if (!last.code().retryable()) {
                    throw last;
                }
                unanswered.add(service.getKey());
            }
        }
        if (last != null && unanswered.size() == services.size()) {
            throw last;
        }
        return answers;
    }

    private interface Question<T> {
        T ask(String service, DeadLetterFacade letters);
    }

    private ServiceLetter with(String id, Wish wish) {
        LetterId parsed = LetterId.parse(id);
        return new ServiceLetter(parsed.service(), wish.of(service(id, parsed), parsed.id()));
    }

    private interface Wish {
        DeadLetterView of(DeadLetterFacade letters, String letterId);
    }

    private DeadLetterFacade service(String id, LetterId parsed) {
        DeadLetterFacade letters = services.get(parsed.service());
        if (letters == null) {
            throw LetterId.notFound(id);
        }
        return letters;
    }
}
