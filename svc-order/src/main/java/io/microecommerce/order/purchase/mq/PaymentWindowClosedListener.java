package io.microecommerce.order.purchase.mq;

import io.microecommerce.api.deadletter.DeadLetterView.Applied;
import io.microecommerce.api.order.OrderStatus;
import io.microecommerce.order.purchase.ExpireUnpaidOrders;
import io.microecommerce.service.deadletter.DeadLetterSource;
import io.microecommerce.service.deadletter.Evidence;
import java.nio.charset.StandardCharsets;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.spring.annotation.RocketMQMessageListener;
import org.apache.rocketmq.spring.core.RocketMQListener;
import org.springframework.stereotype.Component;

/** Cancels the order whose timer has rung. Repeated deliveries change nothing, so there is no inbox row. */
@Component
@RocketMQMessageListener(
        topic = PaymentWindowClosed.TOPIC,
        selectorExpression = PaymentWindowClosed.TAG,
        consumerGroup = PaymentWindowClosedListener.GROUP)
class PaymentWindowClosedListener implements RocketMQListener<MessageExt>, DeadLetterSource {

    static final String GROUP = "svc-order-payment-window";

    private final ExpireUnpaidOrders expire;

    PaymentWindowClosedListener(ExpireUnpaidOrders expire) {
        this.expire = expire;
    }

    @Override
    public String group() {
        return GROUP;
    }

    @Override
    public void onMessage(MessageExt timer) {
        expire.timerRang(new String(timer.getBody(), StandardCharsets.UTF_8));
    }

    /** There is no inbox row: the order itself tells whether its window still needs closing. */
    @Override
    public Evidence evidence(MessageExt timer) {
        String orderId = new String(timer.getBody(), StandardCharsets.UTF_8);
        return expire.statusOf(orderId)
                .map(status -> new Evidence(
                        status == OrderStatus.PENDING_PAYMENT ? Applied.NO : Applied.YES,
                        null,
                        "Order " + orderId + " is " + status + "."))
                .orElseGet(() -> new Evidence(Applied.UNKNOWN, null, "There is no order " + orderId + "."));
    }
}
