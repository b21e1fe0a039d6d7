package io.microecommerce.payment.config;

import io.microecommerce.api.payment.OrderPaid;
import org.apache.rocketmq.client.impl.producer.DefaultMQProducerImpl;
import org.apache.rocketmq.client.impl.producer.TopicPublishInfo;
import org.apache.rocketmq.spring.core.RocketMQTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Makes the producer known to the brokers of its topic at start; otherwise no check-back reaches it until it first sends. The
 * producer's own {@code setTopics} would do that too, but then it does not start while the name server is away.
 */
@Component
class ProducerTopics implements BeanPostProcessor {

    private static final Logger log = LoggerFactory.getLogger(ProducerTopics.class);

    @Override
    @SuppressWarnings("deprecation") // The client has no other way to its implementation.
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof RocketMQTemplate template) {
            announce(template.getProducer().getDefaultMQProducerImpl());
        }
        return bean;
    }

    /** What stands in the producer's table is looked up again and again, and its brokers hear the producer's heartbeat. */
    private static void announce(DefaultMQProducerImpl producer) {
        producer.getTopicPublishInfoTable().putIfAbsent(OrderPaid.TOPIC, new TopicPublishInfo());
        try {
            producer.getMqClientFactory().updateTopicRouteInfoFromNameServer(OrderPaid.TOPIC);
            producer.getMqClientFactory().sendHeartbeatToAllBrokerWithLock();
        } catch (IllegalStateException away) {
            log.warn("No payment can be made until the name server is back: {}", away.toString());
        }
    }
}
