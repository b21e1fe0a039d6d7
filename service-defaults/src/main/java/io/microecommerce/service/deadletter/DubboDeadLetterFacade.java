package io.microecommerce.service.deadletter;

import io.microecommerce.api.Limits;
import io.microecommerce.api.deadletter.DeadLetterFacade;
import io.microecommerce.api.deadletter.DeadLetterQuery;
import io.microecommerce.api.deadletter.DeadLetterView;
import io.microecommerce.api.deadletter.DiscardCommand;
import io.microecommerce.api.deadletter.RedriveCommand;
import io.microecommerce.api.deadletter.RedriveView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The service's dead letters, for the gateway. */
final class DubboDeadLetterFacade implements DeadLetterFacade {

    private final DeadLetters letters;
    private final SettleDeadLetters settle;

    DubboDeadLetterFacade(DeadLetters letters, SettleDeadLetters settle) {
        this.letters = letters;
        this.settle = settle;
    }

    @Override
    public List<DeadLetterView> letters(DeadLetterQuery query) {
        return letters.newest(query).stream()
                .map(letter -> view(letter, null, List.of()))
                .toList();
    }

    @Override
    public List<String> open(String group, int size) {
        return letters.open(group, Limits.requirePageSize(size));
    }

    @Override
    public DeadLetterView letter(String letterId) {
        DeadLetter letter = letters.find(letterId).orElseThrow(() -> SettleDeadLetters.notFound(letterId));
        return view(letter, letter.text(), letters.actions(letterId));
    }

    @Override
    public RedriveView redrive(RedriveCommand command) {
        RedriveView.Outcome outcome = settle.redrive(command);
        return new RedriveView(outcome, letter(command.letterId()));
    }

    @Override
    public DeadLetterView discard(DiscardCommand command) {
        settle.discard(command);
        return letter(command.letterId());
    }

    private DeadLetterView view(DeadLetter letter, @Nullable String body, List<DeadLetterView.Action> actions) {
        Evidence evidence = settle.evidence(letter);
        return new DeadLetterView(
                letter.id(),
                letter.group(),
                letter.messageId(),
                letter.topic(),
                letter.tag(),
                letter.keys(),
                body,
                letter.bodyBytes(),
                letter.deliveries(),
                letter.bornAt(),
                letter.arrivedAt(),
                letter.lastError(),
                letter.state(),
                new DeadLetterView.Evidence(evidence.applied(), evidence.at(), evidence.detail()),
                letter.redrives(),
                letter.resolvedAt(),
                letter.resolvedBy(),
                letter.reason(),
                actions);
    }
}
