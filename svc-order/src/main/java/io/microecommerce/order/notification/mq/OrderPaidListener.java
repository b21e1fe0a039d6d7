package io.microecommerce.order.notification.mq;

import io.microecommerce.api.payment.OrderPaid;
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

/** Notifies the staff of a paid order, once whatever the number of deliveries. */
@Component
@RocketMQMessageListener(
        topic = OrderPaid.TOPIC,
        selectorExpression = OrderPaid.TAG,
        consumerGroup = OrderPaidListener.GROUP)
class OrderPaidListener implements RocketMQListener<MessageExt>, DeadLetterSource {

    static final String GROUP = "svc-order-staff-notification";

    private static final String EFFECT = "STAFF_NOTIFICATION";

    private final Inbox inbox;
    private final NotifyStaff notifyStaff;

    OrderPaidListener(Inbox inbox, NotifyStaff notifyStaff) {
        this.inbox = inbox;
        this.notifyStaff = notifyStaff;
    }

    @Override
    public String group() {
        return GROUP;
    }

    @Override
    public void onMessage(MessageExt message) {
        OrderPaid event = Events.read(message.getBody(), OrderPaid.class);
        Spans.received(
                GROUP,
                event.orderId(),
                message::getUserProperty,
                () -> inbox.applyOnce(event.paymentId(), EFFECT, () -> notifyStaff.orderPaid(event)));
    }

    @Override
    public Evidence evidence(MessageExt message) {
        String paymentId = Events.read(message.getBody(), OrderPaid.class).paymentId();
        return Evidence.ofInbox(inbox.appliedAt(paymentId, EFFECT), "the staff notification of payment " + paymentId);
    }
}
