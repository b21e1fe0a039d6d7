package io.microecommerce.service.mq;

import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.impl.consumer.DefaultMQPushConsumerImpl;
import org.apache.rocketmq.common.ServiceState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts a consumer whether or not the name server answers. RocketMQ's own consumer starts all it has, asks the name server for
 * the first time and throws when it is away; what it has started goes on asking, and finds it once it is back.
 */
final class PatientConsumer extends DefaultMQPushConsumer {

    private static final Logger log = LoggerFactory.getLogger(PatientConsumer.class);

    private final DefaultMQPushConsumer consumer;

    PatientConsumer(DefaultMQPushConsumer consumer) {
        super(consumer.getConsumerGroup());
        this.consumer = consumer;
    }

    @Override
    public void start() throws MQClientException {
        try {
            consumer.start();
        } catch (IllegalStateException away) {
            if (getDefaultMQPushConsumerImpl().getServiceState() != ServiceState.RUNNING) {
                throw away;
            }
            log.warn("{} hears nothing until the name server is back: {}", getConsumerGroup(), away.toString());
        }
    }

    @Override
    public void shutdown() {
        consumer.shutdown();
    }

    /** The starter answers a message through it, and whoever looks at the consumer sees the one that runs. */
    @Override
    @SuppressWarnings("deprecation") // The method that is overridden is deprecated, and the starter calls it.
    public DefaultMQPushConsumerImpl getDefaultMQPushConsumerImpl() {
        return consumer.getDefaultMQPushConsumerImpl();
    }
}
