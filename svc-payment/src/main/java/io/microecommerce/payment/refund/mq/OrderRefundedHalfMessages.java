package io.microecommerce.payment.refund.mq;

import io.microecommerce.api.payment.OrderRefunded;
import io.microecommerce.payment.refund.OrderRefundedMessages;
import io.microecommerce.payment.refund.Refund;
import io.microecommerce.service.mq.HalfMessages;
import org.apache.rocketmq.spring.core.RocketMQTemplate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sends half messages; what happens once the broker has one stands in {@link OrderRefundedMessage}. */
@Component
class OrderRefundedHalfMessages implements OrderRefundedMessages {

    private final HalfMessages halfMessages;

    OrderRefundedHalfMessages(RocketMQTemplate rocketMq) {
        halfMessages = new HalfMessages(rocketMq, OrderRefunded.TOPIC, OrderRefunded.TAG);
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
        halfMessages.send(event, refund.id(), refund.orderId(), attempt);
    }
}
