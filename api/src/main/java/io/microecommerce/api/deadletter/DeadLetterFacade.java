package io.microecommerce.api.deadletter;

import io.microecommerce.api.error.Refusal;
import java.util.List;

/**
 * The dead letters of one service. Each service that hears events implements it under its own name as Dubbo's {@code group}. The
 * gateway lets only staff reach it.
 */
public interface DeadLetterFacade {

    /** The newest first, without bodies and actions. Idempotent. */
    List<DeadLetterView> letters(DeadLetterQuery query) throws Refusal;

    /**
     * The ids of open letters of a group, the oldest first. Idempotent.
     *
     * @param size at most {@link io.microecommerce.api.Limits#MAX_PAGE_SIZE}
     */
    List<String> open(String group, int size) throws Refusal;

    /**
     * One letter with its body and all that was done with it. Idempotent.
     *
     * @throws Refusal {@code DEAD_LETTER_NOT_FOUND}
     */
    DeadLetterView letter(String letterId) throws Refusal;

    /**
     * Calls the consumer with the message once more. May be repeated: the effect, where it is there already, is not applied again,
     * and a letter that was redriven stays as it is.
     *
     * @throws Refusal {@code DEAD_LETTER_NOT_FOUND}; {@code DEAD_LETTER_RESOLVED} if it was discarded
     */
    RedriveView redrive(RedriveCommand command) throws Refusal;

    /**
     * Settles the letter without its effect. May be repeated: the first reason stays.
     *
     * @throws Refusal {@code DEAD_LETTER_NOT_FOUND}; {@code DEAD_LETTER_RESOLVED} if it was redriven
     */
    DeadLetterView discard(DiscardCommand command) throws Refusal;
}
