package io.microecommerce.service.deadletter;

import io.microecommerce.api.deadletter.DeadLetterState;
import io.microecommerce.api.deadletter.DeadLetterView.Applied;
import io.microecommerce.api.deadletter.DiscardCommand;
import io.microecommerce.api.deadletter.RedriveCommand;
import io.microecommerce.api.deadletter.RedriveView.Outcome;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;

/** The use cases: the staff redrive a letter, or discard it. Each leaves a row that says who did it. */
final class SettleDeadLetters {

    private static final Logger log = LoggerFactory.getLogger(SettleDeadLetters.class);

    private final DeadLetters letters;
    private final Map<String, DeadLetterSource> sources;
    private final TransactionTemplate transactions;
    private final DeadLetterMetrics metrics;

    SettleDeadLetters(
            DeadLetters letters,
            List<DeadLetterSource> sources,
            TransactionTemplate transactions,
            DeadLetterMetrics metrics) {
        this.letters = letters;
        this.sources =
                sources.stream().collect(Collectors.toUnmodifiableMap(DeadLetterSource::group, Function.identity()));
        this.transactions = transactions;
        this.metrics = metrics;
    }

    /**
     * Effect, inbox row, the letter's new state and the row of who did it commit together, or none does. What failed is then written
     * down by itself, and the letter stays open: nothing redrives it but the next command.
     */
    Outcome redrive(RedriveCommand command) {
        AtomicBoolean called = new AtomicBoolean();
        Outcome outcome;
        try {
            outcome = Objects.requireNonNull(transactions.execute(status -> redriveLocked(command, called)));
        } catch (RuntimeException failure) {
            if (!called.get()) {
                throw failure;
            }
            recordFailure(command, failure);
            return Outcome.FAILED;
        }
        if (outcome != Outcome.WAS_REDRIVEN) {
            log.info("Dead letter {} was redriven by {}: {}", command.letterId(), command.staffId(), outcome);
        }
        return outcome;
    }

    private Outcome redriveLocked(RedriveCommand command, AtomicBoolean called) {
        DeadLetter letter = locked(command.letterId());
        switch (letter.state()) {
            case REDRIVEN -> {
                return Outcome.WAS_REDRIVEN;
            }
            case DISCARDED -> throw resolved("discarded");
            case OPEN -> {
                // Below.
            }
        }
        Applied before = evidence(letter).applied();
        called.set(true);
        source(letter).onMessage(letter.message());
        letters.resolve(letter.id(), DeadLetterState.REDRIVEN, command.staffId(), command.reason());
        letters.record(letter.id(), "REDRIVE", "DONE", command.staffId(), command.reason(), null);
        metrics.redriven(letter.group());
        return switch (before) {
            case YES -> Outcome.WAS_APPLIED;
            case NO -> Outcome.APPLIED;
            case UNKNOWN -> Outcome.TAKEN;
        };
    }

    private void recordFailure(RedriveCommand command, RuntimeException failure) {
        String error = DeadLetter.errorOf(failure);
        log.warn("Dead letter {} was redriven by {} and failed: {}", command.letterId(), command.staffId(), error);
        transactions.executeWithoutResult(status -> {
            letters.failed(command.letterId(), error);
            letters.record(command.letterId(), "REDRIVE", "FAILED", command.staffId(), command.reason(), error);
        });
    }

    void discard(DiscardCommand command) {
        transactions.executeWithoutResult(status -> {
            DeadLetter letter = locked(command.letterId());
            switch (letter.state()) {
                case REDRIVEN -> throw resolved("redriven");
                case DISCARDED -> {
                    // The first reason stays.
                }
                case OPEN -> {
                    letters.resolve(letter.id(), DeadLetterState.DISCARDED, command.staffId(), command.reason());
                    letters.record(letter.id(), "DISCARD", "DONE", command.staffId(), command.reason(), null);
                    metrics.discarded(letter.group());
                    log.info("Dead letter {} was discarded by {}", letter.id(), command.staffId());
                }
            }
        });
    }

    /** Whether the effect of the letter is there now. */
    Evidence evidence(DeadLetter letter) {
        DeadLetterSource source = sources.get(letter.group());
        if (source == null) {
            return Evidence.unknown("This version of the service has no consumer " + letter.group() + ".");
        }
        try {
            return source.evidence(letter.message());
        } catch (JacksonException | IllegalArgumentException unreadable) {
            return Evidence.unknown("The message cannot be read.");
        }
    }

    private DeadLetterSource source(DeadLetter letter) {
        DeadLetterSource source = sources.get(letter.group());
        if (source == null) {
            throw new IllegalStateException("This version of the service has no consumer " + letter.group());
        }
        if (!letter.complete()) {
            throw new IllegalStateException("Of the " + letter.bodyBytes() + " bytes of the message only the first "
                    + DeadLetter.MAX_BODY + " were kept");
        }
        return source;
    }

    private DeadLetter locked(String id) {
        return letters.lock(id).orElseThrow(() -> notFound(id));
    }

    static Refusal notFound(String id) {
        return new Refusal(ErrorCode.DEAD_LETTER_NOT_FOUND, "There is no dead letter " + id + ".");
    }

    private static Refusal resolved(String how) {
        return new Refusal(ErrorCode.DEAD_LETTER_RESOLVED, "The dead letter was " + how + " before.");
    }
}
