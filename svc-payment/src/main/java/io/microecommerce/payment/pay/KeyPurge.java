package io.microecommerce.payment.pay;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps idempotency keys no longer than they are said to be kept. */
@Component
class KeyPurge {

    private static final Logger log = LoggerFactory.getLogger(KeyPurge.class);

    /** Rows a statement: it stays far below the statement time-out. */
    private static final int BATCH = 500;

    /** Batches a run, so that one run ends; the next goes on. */
    private static final int MAX_BATCHES = 40;

    private final List<KeptKeys> kept;
    private final KeyRetention retention;

    KeyPurge(List<KeptKeys> kept, KeyRetention retention) {
        this.kept = List.copyOf(kept);
        this.retention = retention;
    }

    /** @return how many keys were let go of */
    @Scheduled(
            fixedDelayString = "${shop.idempotency.purge-interval}",
            initialDelayString = "${shop.idempotency.purge-interval}")
    int purge() {
        int forgotten = kept.stream().mapToInt(this::purge).sum();
        if (forgotten > 0) {
            log.info("{} idempotency keys were kept for {} and are let go", forgotten, retention.keptFor());
        }
        return forgotten;
    }

    private int purge(KeptKeys rows) {
        int forgotten = 0;
        for (int batch = 1; batch <= MAX_BATCHES; batch++) {
            int keys = rows.forgetKeys(retention.keptFor(), BATCH);
            forgotten += keys;
            if (keys < BATCH) {
                break;
            }
        }
        return forgotten;
    }
}
