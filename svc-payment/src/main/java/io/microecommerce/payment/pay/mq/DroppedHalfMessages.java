package io.microecommerce.payment.pay.mq;

import io.microecommerce.api.deadletter.DeadLetterView.Applied;
import io.microecommerce.api.payment.OrderPaid;
import io.microecommerce.payment.pay.Decision;
import io.microecommerce.payment.pay.OrderPaidMessages;
import io.microecommerce.payment.pay.Payment;
import io.microecommerce.payment.pay.Payments;
import io.microecommerce.service.deadletter.DeadLetter;
import io.microecommerce.service.deadletter.DeadLetterSource;
import io.microecommerce.service.deadletter.Evidence;
import io.microecommerce.service.mq.Events;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Optional;
import org.apache.rocketmq.common.message.MessageConst;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.topic.TopicValidator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Half messages that the broker dropped after its last check. No event is lost by that, because the row decides and the reconciler
 * sends what is missing; but nobody has answered the broker for minutes, and somebody should know why. The staff see each as a dead
 * letter of the group {@value #GROUP}.
 */
@Component
class DroppedHalfMessages implements DeadLetterSource {

    static final String GROUP = "TRANS_CHECK_MAX_TIME";

    private static final Logger log = LoggerFactory.getLogger(DroppedHalfMessages.class);

    private final Payments payments;
    private final OrderPaidMessages messages;
    private final Counter dropped;

    DroppedHalfMessages(Payments payments, OrderPaidMessages messages, MeterRegistry registry) {
        this.payments = payments;
        this.messages = messages;
        this.dropped = Counter.builder("shop.half_messages.dropped")
                .description("Half messages that the broker dropped without an answer")
                .register(registry);
    }

    @Override
    public String group() {
        return GROUP;
    }

    @Override
    public String topic() {
        return TopicValidator.RMQ_SYS_TRANS_CHECK_MAX_TIME_TOPIC;
    }

    @Override
    public String readers() {
        return "svc-payment-half-message-dropped";
    }

    /** How often the broker asked. */
    @Override
    public int deliveries(MessageExt message) {
        String checks = message.getProperty(MessageConst.PROPERTY_TRANSACTION_CHECK_TIMES);
        return checks == null ? 0 : Integer.parseInt(checks);
    }

    /** Settles it by the row, as a check-back would have: a paid payment's event is sent again, another's is not. */
    @Override
    public void onMessage(MessageExt message) {
        OrderPaid event = eventOf(message);
        payments.expire(event.paymentId(), event.attempt());
        Optional<Payment> payment = payments.byId(event.paymentId());
        switch (Decision.of(payment, event.attempt())) {
            case COMMIT -> {
                if (payments.eventSeenAt(event.paymentId()).isEmpty()) {
                    messages.sendAgain(payment.orElseThrow());
                }
            }
            case ROLLBACK -> log.info("Payment {} attempt {} has no event to send", event.paymentId(), event.attempt());
            case UNKNOWN -> throw new IllegalStateException(explain(event, payment));
        }
    }

    @Override
    public Evidence evidence(MessageExt message) {
        OrderPaid event = eventOf(message);
        Optional<Payment> payment = payments.byId(event.paymentId());
        Optional<Instant> seen = payments.eventSeenAt(event.paymentId());
        String detail = explain(event, payment);
        return switch (Decision.of(payment, event.attempt())) {
            case COMMIT ->
                seen.map(at -> new Evidence(Applied.YES, at, detail + "; its event was delivered."))
                        .orElseGet(() -> new Evidence(
                                Applied.NO, null, detail + "; its event is on its way, the reconciler sends it."));
            case ROLLBACK -> new Evidence(Applied.YES, null, detail + "; there is no event to deliver.");
            case UNKNOWN -> new Evidence(Applied.UNKNOWN, null, detail + "; its outcome is open.");
        };
    }

    @Override
    public void arrived(DeadLetter letter) {
        dropped.increment();
        log.error(
                "The broker dropped a half message of payment {} unanswered: {} See \"Half messages\" in docs/runbook.md.",
                letter.keys(),
                evidenceInWords(letter));
    }

    /** Whatever the database says now, the alert goes out. */
    private String evidenceInWords(DeadLetter letter) {
        try {
            return evidence(letter.message()).detail();
        } catch (RuntimeException unreadable) {
            return "its row could not be read (" + unreadable.getMessage() + ").";
        }
    }

    private static String explain(OrderPaid event, Optional<Payment> payment) {
        return payment.map(row -> "Payment " + row.id() + " is " + row.status() + " at attempt " + row.attempt()
                        + ", the message is of attempt " + event.attempt())
                .orElseGet(() -> "There is no payment " + event.paymentId());
    }

    private static OrderPaid eventOf(MessageExt message) {
        return Events.read(message.getBody(), OrderPaid.class);
    }
}
