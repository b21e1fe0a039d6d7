package io.microecommerce.payment.pay.mq;

import io.microecommerce.api.payment.OrderPaid;
import io.microecommerce.payment.pay.OrderPaidMessages;
import io.microecommerce.payment.pay.PayAttempt;
import io.microecommerce.payment.pay.Payment;
import io.microecommerce.service.mq.Events;
import io.microecommerce.service.trace.TraceId;
import org.apache.rocketmq.client.producer.SendResult;
import org.apache.rocketmq.client.producer.SendStatus;
import org.apache.rocketmq.spring.core.RocketMQTemplate;
import org.apache.rocketmq.spring.support.RocketMQHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;
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
        Message<byte[]> half = MessageBuilder.withPayload(Events.write(event))
                .setHeader(RocketMQHeaders.KEYS, payment.id())
                // Left out where there is none.
                .setHeader(TraceId.KEY, TraceId.current())
                .build();
        SendResult sent = rocketMq.sendMessageInTransaction(DESTINATION, half, attempt);
        if (sent.getSendStatus() != SendStatus.SEND_OK) {
            // The client has already told the broker to drop it, without running anything.
            throw new IllegalStateException("The broker did not store the half message: " + sent.getSendStatus());
        }
    }
}
