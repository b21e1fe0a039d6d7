package io.microecommerce.order.notification.mq;

import io.microecommerce.api.payment.OrderRefunded;
import io.microecommerce.order.notification.NotifyStaff;
import io.microecommerce.service.deadletter.DeadLetterSource;
import io.microecommerce.service.deadletter.Evidence;
import io.microecommerce.service.mq.Events;
import io.microecommerce.service.mq.Inbox;
import io.microecommerce.service.trace.Spans;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.spring.annotation.RocketMQMessageListener;
import org.apache.rocketmq.spring.core.RocketMQListener;
import org.springframework.stereotype.Component;

/** Notifies the staff of a refunded order, once whatever the number of deliveries. */
@Component
@RocketMQMessageListener(
        topic = OrderRefunded.TOPIC,
        selectorExpression = OrderRefunded.TAG,
        consumerGroup = OrderRefundedListener.GROUP)
class OrderRefundedListener implements RocketMQListener<MessageExt>, DeadLetterSource {

    /** A group of its own: all instances of a group must ask for the same tags, also while a version replaces another. */
    static final String GROUP = "svc-order-refund-notification";

    private static final String EFFECT = "STAFF_NOTIFICATION";

    private final Inbox inbox;
    private final NotifyStaff notifyStaff;

    OrderRefundedListener(Inbox inbox, NotifyStaff notifyStaff) {
        this.inbox = inbox;
        this.notifyStaff = notifyStaff;
    }

    @Override
    public String group() {
        return GROUP;
    }

    @Override
    public void onMessage(MessageExt message) {
        OrderRefunded event = Events.read(message.getBody(), OrderRefunded.class);
        Spans.received(
                GROUP,
                event.orderId(),
                message::getUserProperty,
                () -> inbox.applyOnce(event.refundId(), EFFECT, () -> notifyStaff.orderRefunded(event)));
    }

    @Override
    public Evidence evidence(MessageExt message) {
        String refundId = Events.read(message.getBody(), OrderRefunded.class).refundId();
        return Evidence.ofInbox(inbox.appliedAt(refundId, EFFECT), "the staff notification of refund " + refundId);
    }
}
