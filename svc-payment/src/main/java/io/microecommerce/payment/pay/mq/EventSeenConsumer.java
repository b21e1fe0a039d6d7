package io.microecommerce.payment.pay.mq;

import io.microecommerce.api.payment.OrderPaid;
import io.microecommerce.payment.pay.Payments;
import io.microecommerce.service.mq.Events;
import io.microecommerce.service.trace.TraceId;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.spring.annotation.RocketMQMessageListener;
import org.apache.rocketmq.spring.core.RocketMQListener;
import org.springframework.stereotype.Component;

/** Stamps the payment when its own event arrives: from then on the broker's retries and dead-letter queue rule. */
@Component
@RocketMQMessageListener(
        topic = OrderPaid.TOPIC,
        selectorExpression = OrderPaid.TAG,
        consumerGroup = "svc-payment-event-seen",
        maxReconsumeTimes = 16)
class EventSeenConsumer implements RocketMQListener<MessageExt> {

    private final Payments payments;

    EventSeenConsumer(Payments payments) {
        this.payments = payments;
    }

    @Override
    public void onMessage(MessageExt message) {
        OrderPaid event = Events.read(message.getBody(), OrderPaid.class);
        TraceId.during(
                TraceId.accept(message.getUserProperty(TraceId.KEY)), () -> payments.markEventSeen(event.paymentId()));
    }
}
