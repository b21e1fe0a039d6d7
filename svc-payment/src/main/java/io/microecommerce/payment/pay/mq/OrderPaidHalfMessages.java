package io.microecommerce.payment.pay.mq;

import io.microecommerce.api.payment.OrderPaid;
import io.microecommerce.payment.pay.OrderPaidMessages;
import io.microecommerce.payment.pay.PayAttempt;
import io.microecommerce.payment.pay.Payment;
import io.microecommerce.service.mq.HalfMessages;
import org.apache.rocketmq.spring.core.RocketMQTemplate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sends half messages; what happens once the broker has one stands in {@link HalfMessageListener}. */
@Component
class OrderPaidHalfMessages implements OrderPaidMessages {

    private final HalfMessages halfMessages;

    OrderPaidHalfMessages(RocketMQTemplate rocketMq) {
        halfMessages = new HalfMessages(rocketMq, OrderPaid.TOPIC, OrderPaid.TAG);
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
        halfMessages.send(event, payment.id(), payment.orderId(), attempt);
    }
}
