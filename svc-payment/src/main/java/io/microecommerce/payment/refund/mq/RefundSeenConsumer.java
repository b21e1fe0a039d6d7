package io.microecommerce.payment.refund.mq;

import io.microecommerce.api.deadletter.DeadLetterView.Applied;
import io.microecommerce.api.payment.OrderRefunded;
import io.microecommerce.payment.refund.Refunds;
import io.microecommerce.service.deadletter.DeadLetterSource;
import io.microecommerce.service.deadletter.Evidence;
import io.microecommerce.service.mq.Events;
import io.microecommerce.service.trace.Spans;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.spring.annotation.RocketMQMessageListener;
import org.apache.rocketmq.spring.core.RocketMQListener;
import org.springframework.stereotype.Component;

/** Stamps the refund when its own event arrives: from then on the broker's retries and dead-letter queue rule. */
@Component
@RocketMQMessageListener(
        topic = OrderRefunded.TOPIC,
        selectorExpression = OrderRefunded.TAG,
        consumerGroup = RefundSeenConsumer.GROUP)
class RefundSeenConsumer implements RocketMQListener<MessageExt>, DeadLetterSource {

    /** A group of its own: all instances of a group must ask for the same tags, also while a version replaces another. */
    static final String GROUP = "svc-payment-refund-seen";

    private final Refunds refunds;

    RefundSeenConsumer(Refunds refunds) {
        this.refunds = refunds;
    }

    @Override
    public String group() {
        return GROUP;
    }

    @Override
    public void onMessage(MessageExt message) {
        OrderRefunded event = eventOf(message);
        Spans.received(GROUP, event.orderId(), message::getUserProperty, () -> refunds.markEventSeen(event.refundId()));
    }

    /** The stamp on the refund is both the effect and its evidence. */
    @Override
    public Evidence evidence(MessageExt message) {
        String refundId = eventOf(message).refundId();
        return refunds.eventSeenAt(refundId)
                .map(at -> new Evidence(Applied.YES, at, "Refund " + refundId + " has its event."))
                .orElseGet(() -> new Evidence(Applied.NO, null, "Refund " + refundId + " does not have its event."));
    }

    private static OrderRefunded eventOf(MessageExt message) {
        return Events.read(message.getBody(), OrderRefunded.class);
    }
}
