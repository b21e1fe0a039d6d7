package io.microecommerce.payment.pay.mq;

import io.microecommerce.api.payment.OrderPaid;
import io.microecommerce.payment.pay.Decision;
import io.microecommerce.payment.pay.PayAttempt;
import io.microecommerce.payment.pay.PayStep;
import io.microecommerce.payment.pay.PayTransaction;
import io.microecommerce.payment.pay.PaymentJournal;
import io.microecommerce.payment.pay.PaymentJournal.Note;
import io.microecommerce.payment.pay.Payments;
import io.microecommerce.service.mq.Events;
import io.microecommerce.service.trace.TraceId;
import org.apache.rocketmq.spring.annotation.RocketMQTransactionListener;
import org.apache.rocketmq.spring.core.RocketMQLocalTransactionListener;
import org.apache.rocketmq.spring.core.RocketMQLocalTransactionState;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;

/** Binds the message to the payment: runs the global transaction under it (step 3), and answers for it (steps 5 and 6). */
@SuppressWarnings("rawtypes") // The starter's interface is raw.
@RocketMQTransactionListener
class OrderPaidTransactionListener implements RocketMQLocalTransactionListener {

    private static final Logger log = LoggerFactory.getLogger(OrderPaidTransactionListener.class);

    private final PayTransaction transaction;
    private final Payments payments;
    private final PaymentJournal journal;

    OrderPaidTransactionListener(PayTransaction transaction, Payments payments, PaymentJournal journal) {
        this.transaction = transaction;
        this.payments = payments;
        this.journal = journal;
    }

    /** @param attempt what to execute; null when an event is only sent again */
    @Override
    public RocketMQLocalTransactionState executeLocalTransaction(Message message, @Nullable Object attempt) {
        OrderPaid event = eventOf(message);
        if (attempt instanceof PayAttempt run) {
            journal.note(Note.HALF_SENT, event.paymentId(), event.attempt(), null, null);
            run.progress().reached(PayStep.HALF_SENT);
            transaction.execute(run);
        }
        return answer(event, Note.ANSWERED);
    }

    /** The check-back. An attempt past its time is expired first, so that a Try that wakes up late loses. */
    @Override
    public RocketMQLocalTransactionState checkLocalTransaction(Message message) {
        OrderPaid event = eventOf(message);
        return TraceId.during(TraceId.accept(message.getHeaders().get(TraceId.KEY)), () -> {
            payments.expire(event.paymentId(), event.attempt());
            return answer(event, Note.CHECKED_BACK);
        });
    }

    private RocketMQLocalTransactionState answer(OrderPaid event, Note asked) {
        Decision decision = Decision.of(payments.byId(event.paymentId()), event.attempt());
        journal.note(asked, event.paymentId(), event.attempt(), null, decision.name());
        if (asked == Note.CHECKED_BACK) {
            log.info("Check-back of payment {} attempt {}: {}", event.paymentId(), event.attempt(), decision);
        }
        return switch (decision) {
            case COMMIT -> RocketMQLocalTransactionState.COMMIT;
            case ROLLBACK -> RocketMQLocalTransactionState.ROLLBACK;
            case UNKNOWN -> RocketMQLocalTransactionState.UNKNOWN;
        };
    }

    private static OrderPaid eventOf(Message message) {
        return Events.read((byte[]) message.getPayload(), OrderPaid.class);
    }
}
