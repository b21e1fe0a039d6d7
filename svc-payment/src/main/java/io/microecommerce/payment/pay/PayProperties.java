package io.microecommerce.payment.pay;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The protocol's time-outs. They nest: SQL statement, Dubbo call, global transaction ({@code decideWithin − decideMargin}),
 * {@code decide_by}.
 *
 * @param decideWithin from opening or take-over to {@code decide_by}
 * @param decideMargin what the global transaction leaves of it
 * @param lease how long a retry keeps its hands off an attempt, if its process died
 * @param answerWithin how long a customer waits for the outcome
 * @param sweepEvery pause between two looks for attempts past {@code decide_by}
 * @param republishAfter how long the event of a paid order may take to come back before it is sent again
 */
@ConfigurationProperties("shop.payment")
public record PayProperties(
        Duration decideWithin,
        Duration decideMargin,
        Duration lease,
        Duration answerWithin,
        Duration sweepEvery,
        Duration republishAfter) {

    public PayProperties {
        if (decideMargin.compareTo(decideWithin) >= 0 || lease.compareTo(decideWithin) > 0) {
            throw new IllegalArgumentException(
                    "shop.payment: decide-margin and lease must be shorter than decide-within");
        }
    }
}
