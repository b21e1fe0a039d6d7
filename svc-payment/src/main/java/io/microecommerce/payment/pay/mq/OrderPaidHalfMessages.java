package io.microecommerce.payment.pay.mq;

import io.microecommerce.api.payment.OrderPaid;
import io.microecommerce.payment.pay.OrderPaidMessages;
import io.microecommerce.payment.pay.PayAttempt;
import io.microecommerce.payment.pay.Payment;
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

/** Sends half messages; what happens once the broker has one stands in {@link HalfMessageListener}. */
@Component
class OrderPaidHalfMessages implements OrderPaidMessages {

    private static final String DESTINATION = OrderPaid.TOPIC + ":" + OrderPaid.TAG;

    private final RocketMQTemplate rocketMq;

    OrderPaidHalfMessages(RocketMQTemplate rocketMq) {
        this.rocketMq = rocketMq;
    }

    @Override
    public void sendAndExecute(PayAttempt attempt) {
        send(attempt.payment(), attempt);
    }

    @Override
    public void sendAgain(Payment paid) {
        send(paid, null);
    }

    private void send(Payment payment, @Nullable PayAttempt attempt) {
        OrderPaid event = new OrderPaid(
                payment.id(), payment.attempt(), payment.orderId(), payment.customerId(), payment.amount());
        OpenSpan span = Spans.begin("send " + OrderPaid.TAG, SpanKind.PRODUCER, Context.current());
        span.concerning(Spans.ORDER_ID, payment.orderId());
        SendResult sent = Spans.during(span, () -> send(event, payment.id(), attempt));
        if (sent.getSendStatus() != SendStatus.SEND_OK) {
            // The client has already told the broker to drop it, without running anything.
            throw new IllegalStateException("The broker did not store the half message: " + sent.getSendStatus());
        }
    }

    /** The trace goes along in the message's properties: to those who consume it, and to a check-back. */
    private SendResult send(OrderPaid event, String key, @Nullable PayAttempt attempt) {
        MessageBuilder<byte[]> half =
                MessageBuilder.withPayload(Events.write(event)).setHeader(RocketMQHeaders.KEYS, key);
        Spans.carrier().forEach(half::setHeader);
        return rocketMq.sendMessageInTransaction(DESTINATION, half.build(), attempt);
    }
}
