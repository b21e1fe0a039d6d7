package io.microecommerce.local.wechatpay.books;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something the merchant is to be told, until he has taken it.
 *
 * @param id the same in every repetition
 * @param type such as TRANSACTION.SUCCESS
 * @param subject the out_trade_no, or of a refund the out_refund_no
 * @param originalType {@code transaction} or {@code refund}
 * @param plaintext what is encrypted, JSON
 * @param attempts how often it was sent
 * @param dueAt when it is sent next; null once it is at an end
 * @param lastAnswer what the merchant said to it last, in words
 */
public record Event(
        String id,
        String type,
        String subject,
        String originalType,
        String summary,
        String plaintext,
        String notifyUrl,
        Instant createdAt,
        State state,
        int attempts,
        @Nullable Instant dueAt,
        @Nullable String lastAnswer) {

    public Event {
        if ((state == State.PENDING) != (dueAt != null)) {
            throw new IllegalArgumentException(id + " is " + state + " and due at " + dueAt);
        }
    }

    /** How far it is. */
    public enum State {
        PENDING,
        TAKEN,
        /** The last repetition was refused too. */
        GIVEN_UP,
        /** Lost on purpose, see {@link io.microecommerce.local.wechatpay.control.Faults}. */
        LOST
    }

    public boolean isDue(Instant now) {
        return dueAt != null && !now.isBefore(dueAt);
    }

    /** After an attempt. */
    public Event answered(State next, @Nullable Instant due, String answer) {
        return new Event(
                id,
                type,
                subject,
                originalType,
                summary,
                plaintext,
                notifyUrl,
                createdAt,
                next,
                attempts + 1,
                due,
                answer);
    }

    /** Lost before it was ever sent. */
    public Event lost() {
        return new Event(
                id,
                type,
                subject,
                originalType,
                summary,
                plaintext,
                notifyUrl,
                createdAt,
                State.LOST,
                attempts,
                null,
                "lost on purpose");
    }
}
