package io.microecommerce.order.purchase.mq;

import io.microecommerce.order.purchase.ExpireUnpaidOrders;
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
        consumerGroup = "svc-order-payment-window",
        maxReconsumeTimes = 16)
class PaymentWindowClosedListener implements RocketMQListener<MessageExt> {

    private final ExpireUnpaidOrders expire;

    PaymentWindowClosedListener(ExpireUnpaidOrders expire) {
        this.expire = expire;
    }

    @Override
    public void onMessage(MessageExt timer) {
        expire.timerRang(new String(timer.getBody(), StandardCharsets.UTF_8));
    }
}
