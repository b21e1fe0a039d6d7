package io.microecommerce.service.tcc;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Opens transactions and never joins one. The fence row and the business rows of a Try must commit when the Try returns;
 * inside somebody else's transaction they would commit later, or not at all, after the TC has counted the branch as tried.
 */
final class OutermostTransactionManager implements PlatformTransactionManager {

    private final PlatformTransactionManager delegate;

    OutermostTransactionManager(PlatformTransactionManager delegate) {
        this.delegate = delegate;
    }

    @Override
    public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalTransactionStateException(
                    "A fence opens its own transaction: call the participant outside any other");
        }
        return delegate.getTransaction(definition);
    }

    @Override
    public void commit(TransactionStatus status) {
        delegate.commit(status);
    }

    @Override
    public void rollback(TransactionStatus status) {
        delegate.rollback(status);
    }
}
