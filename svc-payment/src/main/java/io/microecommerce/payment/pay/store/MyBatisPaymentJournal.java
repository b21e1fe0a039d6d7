package io.microecommerce.payment.pay.store;

import io.microecommerce.payment.pay.PaymentJournal;
import io.microecommerce.service.trace.TraceId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@Repository
class MyBatisPaymentJournal implements PaymentJournal {

    private static final Logger log = LoggerFactory.getLogger(MyBatisPaymentJournal.class);

    private final PaymentMapper mapper;

    MyBatisPaymentJournal(PaymentMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public void note(Note kind, String paymentId, int attempt, @Nullable String xid, @Nullable String detail) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            // What it joins would no longer wait for the disk either.
            log.error("{} of payment {} is not journalled: a transaction is open", kind, paymentId);
            return;
        }
        try {
            mapper.note(paymentId, attempt, kind.name(), xid, detail, TraceId.current());
        } catch (RuntimeException unwritten) {
            log.warn(
                    "{} of payment {} attempt {} is not journalled: {}",
                    kind,
                    paymentId,
                    attempt,
                    unwritten.getMessage());
        }
    }
}
