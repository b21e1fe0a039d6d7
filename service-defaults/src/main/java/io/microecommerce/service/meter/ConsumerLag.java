package io.microecommerce.service.meter;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.rocketmq.client.consumer.store.OffsetStore;
import org.apache.rocketmq.client.consumer.store.ReadOffsetType;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.impl.consumer.DefaultMQPushConsumerImpl;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.spring.support.DefaultRocketMQListenerContainer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Gauge {@code shop.consumer.lag}, tag {@code group}: messages in the queues that this process reads, the repeated ones among them,
 * which the group has not finished. A message that the group's filter passes over counts until then. NaN while the broker does not answer.
 */
final class ConsumerLag extends Rounds {

    private static final Logger log = LoggerFactory.getLogger(ConsumerLag.class);

    private static final Duration PAUSE = Duration.ofSeconds(15);

    private final ObjectProvider<DefaultRocketMQListenerContainer> consumers;
    private final MeterRegistry meters;
    private final Map<String, Double> lags = new ConcurrentHashMap<>();

    ConsumerLag(ObjectProvider<DefaultRocketMQListenerContainer> consumers, MeterRegistry meters) {
        super("consumer-lag", PAUSE);
        this.consumers = consumers;
        this.meters = meters;
    }

    @Override
    void round() {
        consumers.forEach(consumer -> {
            String group = consumer.getConsumerGroup();
            boolean first = lags.put(group, lag(consumer)) == null;
            if (first) {
                Gauge.builder("shop.consumer.lag", () -> lags.getOrDefault(group, Double.NaN))
                        .description("Messages that the group has not finished, in the queues that this process reads")
                        .tag("group", group)
                        .register(meters);
            }
        });
    }

    @SuppressWarnings("deprecation") // The offsets are reached in no other way.
    private static double lag(DefaultRocketMQListenerContainer consumer) {
        DefaultMQPushConsumerImpl running = consumer.getConsumer().getDefaultMQPushConsumerImpl();
        OffsetStore offsets = running.getOffsetStore();
        if (offsets == null) {
            return Double.NaN;
        }
        try {
            long unfinished = 0;
            for (MessageQueue queue :
                    running.getRebalanceImpl().getProcessQueueTable().keySet()) {
                long finished = offsets.readOffset(queue, ReadOffsetType.MEMORY_FIRST_THEN_STORE);
                // Negative until the first message of this queue was asked for.
                unfinished += finished < 0 ? 0 : Math.max(0, running.maxOffset(queue) - finished);
            }
            return unfinished;
        } catch (MQClientException | RuntimeException unanswered) {
            log.debug("What {} has not finished is not known", consumer.getConsumerGroup(), unanswered);
            return Double.NaN;
        }
    }
}
