package io.microecommerce.payment.refund.mq;

import io.microecommerce.api.payment.OrderRefunded;
import io.microecommerce.payment.refund.OrderRefundedMessages;
import io.microecommerce.payment.refund.Refund;
import io.microecommerce.service.mq.Events;
import io.microecommerce.service.trace.OpenSpan;
import io.microecommerce.service.trace.Spans;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import org.apache.rocketmq.client.producer.SendResult;
import org.apache.rocketmq.client.producer.SendStatus;
import org.apache.rocketmq.spring.core.RocketMQTemplate;
import org.apache.rocketmq.spring.support.RocketMQHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.stereotype.Component;

/** Sends half messages; what happens once the broker has one stands in {@link OrderRefundedMessage}. */
@Component
class OrderRefundedHalfMessages implements OrderRefundedMessages {

    private static final String DESTINATION = OrderRefunded.TOPIC + ":" + OrderRefunded.TAG;

    private final RocketMQTemplate rocketMq;

    OrderRefundedHalfMessages(RocketMQTemplate rocketMq) {
        this.rocketMq = rocketMq;
    }

    @Override
    public void sendAndExecute(Refund refund) {
        send(refund, refund);
    }

    @Override
    public void sendAgain(Refund given) {
        send(given, null);
    }

    private void send(Refund refund, @Nullable Refund attempt) {
        OrderRefunded event = new OrderRefunded(
                refund.id(),
                refund.attempt(),
                refund.paymentId(),
                refund.orderId(),
                refund.customerId(),
                refund.amount(),
                refund.goodsAreOut());
        OpenSpan span = Spans.begin("send " + OrderRefunded.TAG, SpanKind.PRODUCER, Context.current());
        span.concerning(Spans.ORDER_ID, refund.orderId());
        SendResult sent = Spans.during(span, () -> send(event, refund.id(), attempt));
        if (sent.getSendStatus() != SendStatus.SEND_OK) {
            // The client has already told the broker to drop it, without running anything.
            throw new IllegalStateException("The broker did not store the half message: " + sent.getSendStatus());
        }
    }

    /** The trace goes along in the message's properties: to those who consume it, and to a check-back. */
    private SendResult send(OrderRefunded event, String key, @Nullable Refund attempt) {
        MessageBuilder<byte[]> half =
                MessageBuilder.withPayload(Events.write(event)).setHeader(RocketMQHeaders.KEYS, key);
        Spans.carrier().forEach(half::setHeader);
        return rocketMq.sendMessageInTransaction(DESTINATION, half.build(), attempt);
    }
}
