package io.microecommerce.service.health;

import org.apache.seata.tm.TransactionManagerHolder;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Asks the TC for a transaction that never was; any answer means that it is there. */
final class SeataHealthIndicator extends AbstractHealthIndicator {

    private static final String NO_SUCH_XID = "127.0.0.1:0:0";

    SeataHealthIndicator() {
        super("The Seata TC does not answer");
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) throws Exception {
        TransactionManagerHolder.get().getStatus(NO_SUCH_XID);
        builder.up();
    }
}
