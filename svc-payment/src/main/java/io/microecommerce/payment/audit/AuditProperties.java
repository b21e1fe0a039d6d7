package io.microecommerce.payment.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param every pause between two looks
 * @param after how long a branch waits for its Confirm or Cancel before the auditor looks at it. At least the longest global
 *     transaction and {@link #PHASE_TWO} beyond: a coordinator whose store was emptied may still be sending Confirms of a
 *     transaction that it holds in memory, while it says of it that it has finished. Once they have failed or are done, what it
 *     says is all that anybody knows.
 */
@ConfigurationProperties("shop.audit")
public record AuditProperties(Duration every, Duration after) {

    /** The coordinator waits 15 s for a branch; the branch itself ends within its statement and socket time-outs, 12 s. */
    static final Duration PHASE_TWO = Duration.ofSeconds(30);

    /** @throws IllegalArgumentException if it would look while a coordinator may still be at work */
    void requireAtLeast(Duration longestTransaction) {
        Duration least = longestTransaction.plus(PHASE_TWO);
        if (after.compareTo(least) < 0) {
            throw new IllegalArgumentException("shop.audit.after must be at least " + least + ", was " + after);
        }
    }
}
