package io.microecommerce.customer.ledger.mq;

import io.microecommerce.api.payment.OrderPaid;
import io.microecommerce.customer.ledger.CommissionAward;
import io.microecommerce.service.deadletter.DeadLetterSource;
import io.microecommerce.service.deadletter.Evidence;
import io.microecommerce.service.mq.Events;
import io.microecommerce.service.mq.Inbox;
import io.microecommerce.service.trace.Spans;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.spring.annotation.RocketMQMessageListener;
import org.apache.rocketmq.spring.core.RocketMQListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** A paid order earns its customer's referrer commission. What is thrown here makes the broker deliver again, at last as a dead letter. */
@Component
@RocketMQMessageListener(
        topic = OrderPaid.TOPIC,
        selectorExpression = OrderPaid.TAG,
        consumerGroup = CommissionOnOrderPaid.GROUP)
class CommissionOnOrderPaid implements RocketMQListener<MessageExt>, DeadLetterSource {

    static final String GROUP = "svc-customer-commission";

    private static final String KIND = "COMMISSION";
    private static final Logger log = LoggerFactory.getLogger(CommissionOnOrderPaid.class);

    private final Inbox inbox;
    private final CommissionAward commission;

    CommissionOnOrderPaid(Inbox inbox, CommissionAward commission) {
        this.inbox = inbox;
        this.commission = commission;
    }

    @Override
    public String group() {
        return GROUP;
    }

    @Override
    public void onMessage(MessageExt message) {
        OrderPaid event = Events.read(message.getBody(), OrderPaid.class);
        Spans.received(GROUP, event.orderId(), message::getUserProperty, () -> apply(event));
    }

    private void apply(OrderPaid event) {
        boolean applied = inbox.applyOnce(event.paymentId(), KIND, () -> commission.award(event));
        log.info(
                "Payment {} of order {}: commission {}",
                event.paymentId(),
                event.orderId(),
                applied ? "settled" : "was settled before");
    }

    @Override
    public Evidence evidence(MessageExt message) {
        String paymentId = Events.read(message.getBody(), OrderPaid.class).paymentId();
        return Evidence.ofInbox(inbox.appliedAt(paymentId, KIND), "the commission of payment " + paymentId);
    }
}
