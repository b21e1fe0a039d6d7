package io.microecommerce.customer.ledger.mq;

import io.microecommerce.api.payment.OrderPaid;
import io.microecommerce.customer.ledger.CreditAward;
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

/** A paid order earns its customer credit points. What is thrown here makes the broker deliver again, at last as a dead letter. */
@Component
@RocketMQMessageListener(
        topic = OrderPaid.TOPIC,
        selectorExpression = OrderPaid.TAG,
        consumerGroup = CreditOnOrderPaid.GROUP)
class CreditOnOrderPaid implements RocketMQListener<MessageExt>, DeadLetterSource {

    static final String GROUP = "svc-customer-credit";

    private static final String KIND = "CREDIT";
    private static final Logger log = LoggerFactory.getLogger(CreditOnOrderPaid.class);

    private final Inbox inbox;
    private final CreditAward credit;

    CreditOnOrderPaid(Inbox inbox, CreditAward credit) {
        this.inbox = inbox;
        this.credit = credit;
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
        boolean applied = inbox.applyOnce(event.paymentId(), KIND, () -> credit.award(event));
        log.info(
                "Payment {} of order {}: credit {}",
                event.paymentId(),
                event.orderId(),
                applied ? "awarded" : "was awarded before");
    }

    @Override
    public Evidence evidence(MessageExt message) {
        String paymentId = Events.read(message.getBody(), OrderPaid.class).paymentId();
        return Evidence.ofInbox(inbox.appliedAt(paymentId, KIND), "the credit of payment " + paymentId);
    }
}
