package io.microecommerce.payment.pay.mq;

import io.microecommerce.api.deadletter.DeadLetterView.Applied;
import io.microecommerce.api.payment.OrderPaid;
import io.microecommerce.payment.pay.Payments;
import io.microecommerce.service.deadletter.DeadLetterSource;
import io.microecommerce.service.deadletter.Evidence;
import io.microecommerce.service.mq.Events;
import io.microecommerce.service.trace.Spans;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.spring.annotation.RocketMQMessageListener;
import org.apache.rocketmq.spring.core.RocketMQListener;
import org.springframework.stereotype.Component;

/** Stamps the payment when its own event arrives: from then on the broker's retries and dead-letter queue rule. */
@Component
@RocketMQMessageListener(
        topic = OrderPaid.TOPIC,
        selectorExpression = OrderPaid.TAG,
        consumerGroup = EventSeenConsumer.GROUP)
class EventSeenConsumer implements RocketMQListener<MessageExt>, DeadLetterSource {

    static final String GROUP = "svc-payment-event-seen";

    private final Payments payments;

    EventSeenConsumer(Payments payments) {
        this.payments = payments;
    }

    @Override
    public String group() {
        return GROUP;
    }

    @Override
    public void onMessage(MessageExt message) {
        OrderPaid event = Events.read(message.getBody(), OrderPaid.class);
        Spans.received(
                GROUP, event.orderId(), message::getUserProperty, () -> payments.markEventSeen(event.paymentId()));
    }

    /** The stamp on the payment is both the effect and its evidence. */
    @Override
    public Evidence evidence(MessageExt message) {
        String paymentId = Events.read(message.getBody(), OrderPaid.class).paymentId();
        return payments.eventSeenAt(paymentId)
                .map(at -> new Evidence(Applied.YES, at, "Payment " + paymentId + " has its event."))
                .orElseGet(() -> new Evidence(Applied.NO, null, "Payment " + paymentId + " does not have its event."));
    }
}
