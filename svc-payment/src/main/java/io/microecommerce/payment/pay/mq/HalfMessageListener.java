package io.microecommerce.payment.pay.mq;

import io.microecommerce.payment.pay.DecidedMessage;
import io.microecommerce.payment.pay.Decision;
import io.microecommerce.service.trace.Spans;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import java.util.Objects;
import org.apache.rocketmq.spring.annotation.RocketMQTransactionListener;
import org.apache.rocketmq.spring.core.RocketMQLocalTransactionListener;
import org.apache.rocketmq.spring.core.RocketMQLocalTransactionState;
import org.apache.rocketmq.spring.support.RocketMQHeaders;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;

/** Runs what a half message is bound to (step 3), and answers for it (steps 5 and 6). A producer has one listener for all tags. */
@SuppressWarnings("rawtypes") // The starter's interface is raw.
@RocketMQTransactionListener
class HalfMessageListener implements RocketMQLocalTransactionListener {

    private static final Logger log = LoggerFactory.getLogger(HalfMessageListener.class);
    private static final String TAGS = RocketMQHeaders.PREFIX + RocketMQHeaders.TAGS;

    private final DecidedMessages messages;
    private final HalfMessageMeters meters;

    HalfMessageListener(DecidedMessages messages, HalfMessageMeters meters) {
        this.messages = messages;
        this.meters = meters;
    }

    /** @param attempt what to execute; null when an event is only sent again */
    @Override
    public RocketMQLocalTransactionState executeLocalTransaction(Message message, @Nullable Object attempt) {
        DecidedMessage bound = boundTo(message);
        byte[] event = eventOf(message);
        meters.sent(bound.tag());
        if (attempt != null) {
            bound.execute(event, attempt);
        }
        return answer(bound, event, false);
    }

    /** The check-back. */
    @Override
    public RocketMQLocalTransactionState checkLocalTransaction(Message message) {
        return Spans.during(Spans.begin("check-back", SpanKind.CONSUMER, traceOf(message)), () -> {
            DecidedMessage bound = boundTo(message);
            byte[] event = eventOf(message);
            bound.expireOverdue(event);
            return answer(bound, event, true);
        });
    }

    private RocketMQLocalTransactionState answer(DecidedMessage bound, byte[] event, boolean checkedBack) {
        Decision decision = bound.decision(event);
        bound.answered(event, decision, checkedBack);
        meters.answered(bound.tag(), decision, checkedBack);
        if (checkedBack) {
            log.info("Check-back: {}; the broker is told {}", bound.inWords(event), decision);
        }
        return switch (decision) {
            case COMMIT -> RocketMQLocalTransactionState.COMMIT;
            case ROLLBACK -> RocketMQLocalTransactionState.ROLLBACK;
            case UNKNOWN -> RocketMQLocalTransactionState.UNKNOWN;
        };
    }

    private DecidedMessage boundTo(Message message) {
        return messages.tagged(Objects.toString(message.getHeaders().get(TAGS), ""));
    }

    private static Context traceOf(Message message) {
        return Spans.continued(property -> Objects.toString(message.getHeaders().get(property), null));
    }

    private static byte[] eventOf(Message message) {
        return (byte[]) message.getPayload();
    }
}
