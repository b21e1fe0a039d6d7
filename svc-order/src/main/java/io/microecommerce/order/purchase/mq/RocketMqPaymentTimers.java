package io.microecommerce.order.purchase.mq;

import io.microecommerce.order.purchase.PaymentTimers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.client.producer.SendCallback;
import org.apache.rocketmq.client.producer.SendResult;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Timer messages of RocketMQ, sent from the producer's own threads: no order waits for the broker. */
@Component
class RocketMqPaymentTimers implements PaymentTimers {

    private static final Logger log = LoggerFactory.getLogger(RocketMqPaymentTimers.class);

    /** The broker delivers at the beginning of the second that a timer falls into; the window must be over by then. */
    private static final Duration BROKER_PRECISION = Duration.ofSeconds(1);

    /** The broker refuses more than three days. A longer window's timer rings early and is set anew. */
    private static final Duration LONGEST = Duration.ofDays(2);

    private static final long SEND_TIMEOUT_MILLIS = 2_000;

    private final DefaultMQProducer producer;

    RocketMqPaymentTimers(DefaultMQProducer producer) {
        this.producer = producer;
    }

    @Override
    public void set(String orderId, Duration after) {
        Message timer = new Message(
                PaymentWindowClosed.TOPIC, PaymentWindowClosed.TAG, orderId, orderId.getBytes(StandardCharsets.UTF_8));
        Duration delay = after.plus(BROKER_PRECISION);
        // A delay and not a point in time: the broker's clock need not agree with the database's.
        timer.setDelayTimeMs((delay.compareTo(LONGEST) < 0 ? delay : LONGEST).toMillis());
        try {
            producer.send(timer, new Outcome(orderId), SEND_TIMEOUT_MILLIS);
        } catch (MQClientException | RemotingException failure) {
            logFailure(orderId, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            logFailure(orderId, interrupted);
        }
    }

    private static void logFailure(String orderId, Throwable failure) {
        log.warn("No timer for order {}, the sweeper will see to it: {}", orderId, failure.toString());
    }

    private record Outcome(String orderId) implements SendCallback {

        @Override
        public void onSuccess(SendResult result) {
            log.debug("Timer for order {} stored: {}", orderId, result.getSendStatus());
        }

        @Override
        public void onException(Throwable failure) {
            logFailure(orderId, failure);
        }
    }
}
