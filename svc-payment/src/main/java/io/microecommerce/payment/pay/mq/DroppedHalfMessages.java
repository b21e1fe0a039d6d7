package io.microecommerce.payment.pay.mq;

import io.microecommerce.api.deadletter.DeadLetterView.Applied;
import io.microecommerce.payment.pay.DecidedMessage;
import io.microecommerce.service.deadletter.DeadLetter;
import io.microecommerce.service.deadletter.DeadLetterSource;
import io.microecommerce.service.deadletter.Evidence;
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

    private final DecidedMessages messages;
    private final Counter dropped;

    DroppedHalfMessages(DecidedMessages messages, MeterRegistry registry) {
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

    /** Settles it by the row, as a check-back would have: an event that is decided is sent again, another is not. */
    @Override
    public void onMessage(MessageExt message) {
        DecidedMessage bound = messages.tagged(message.getTags());
        bound.expireOverdue(message.getBody());
        switch (bound.decision(message.getBody())) {
            case COMMIT -> {
                if (bound.deliveredAt(message.getBody()).isEmpty()) {
                    bound.sendAgain(message.getBody());
                }
            }
            case ROLLBACK -> log.info("{}: no event to send", bound.inWords(message.getBody()));
            case UNKNOWN -> throw new IllegalStateException(bound.inWords(message.getBody()));
        }
    }

    @Override
    public Evidence evidence(MessageExt message) {
        DecidedMessage bound = messages.tagged(message.getTags());
        Optional<Instant> seen = bound.deliveredAt(message.getBody());
        String detail = bound.inWords(message.getBody());
        return switch (bound.decision(message.getBody())) {
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
                "The broker dropped the half message of {} unanswered: {} See \"Half messages\" in docs/runbook.md.",
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
}
