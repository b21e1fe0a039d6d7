package io.microecommerce.payment.audit.remote;

import io.microecommerce.payment.audit.Coordinator;
import io.microecommerce.payment.audit.CoordinatorStatus;
import io.microecommerce.payment.audit.SilentException;
import org.apache.seata.core.exception.TransactionException;
import org.apache.seata.core.model.GlobalStatus;
import org.apache.seata.tm.TransactionManagerHolder;
import org.springframework.stereotype.Component;

/** Seata's TC. It says Finished of what it does not know, and UnKnown where it could not read its store. */
@Component
class SeataCoordinator implements Coordinator {

    private static final String NAME = "The coordinator";

    @Override
    public CoordinatorStatus status(String xid) {
        try {
            GlobalStatus status = TransactionManagerHolder.get().getStatus(xid);
            if (status == null || status == GlobalStatus.UnKnown) {
                throw new SilentException(NAME, "could not read its store");
            }
            return new CoordinatorStatus(status.name(), status != GlobalStatus.Finished);
        } catch (TransactionException unreachable) {
            throw new SilentException(NAME, unreachable);
        }
    }
}
