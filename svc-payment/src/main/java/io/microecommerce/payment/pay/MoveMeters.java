package io.microecommerce.payment.pay;

import io.microecommerce.api.error.ErrorCode;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Counts what payments and refunds come to, each when the transaction that moves it has committed: counters {@code shop.payments} and
 * {@code shop.refunds}, tags {@code outcome}, which is the state of the row, and {@code code}, which says why it was refused.
 */
@Component
public class MoveMeters {

    /** The code of what was not refused: a meter has the same tags each time. */
    private static final String NO_CODE = "NONE";

    private final MeterRegistry meters;

    MoveMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    /** What may come later is 0 until then, so that its first time is seen as an increase. */
    public void expect(String rows, Enum<?>... outcomes) {
        for (Enum<?> outcome : outcomes) {
            count(rows, outcome, NO_CODE, 0);
        }
    }

    /**
     * @param rows {@code payments} or {@code refunds}
     * @return whether it moved, as it was given
     */
    public boolean moved(String rows, Enum<?> outcome, boolean moved) {
        return moved(rows, outcome, NO_CODE, moved ? 1 : 0) > 0;
    }

    /** As {@link #moved(String, Enum, boolean)}, to REFUSED. */
    public boolean refused(String rows, Enum<?> outcome, ErrorCode code, boolean moved) {
        return moved(rows, outcome, code.name(), moved ? 1 : 0) > 0;
    }

    /** As {@link #moved(String, Enum, boolean)}, of so many rows. */
    public int moved(String rows, Enum<?> outcome, int times) {
        return moved(rows, outcome, NO_CODE, times);
    }

    private int moved(String rows, Enum<?> outcome, String code, int times) {
        if (times > 0 && TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    count(rows, outcome, code, times);
                }
            });
        } else if (times > 0) {
            count(rows, outcome, code, times);
        }
        return times;
    }

    private void count(String rows, Enum<?> outcome, String code, int times) {
        meters.counter("shop." + rows, "outcome", outcome.name(), "code", code).increment(times);
    }
}
