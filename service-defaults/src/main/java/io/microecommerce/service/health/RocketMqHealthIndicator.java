package io.microecommerce.service.health;

import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Asks the name server which brokers there are, and counts RocketMQ as up when there is one. */
final class RocketMqHealthIndicator extends AbstractHealthIndicator {

    private static final long TIMEOUT_MILLIS = 1_000;

    private final DefaultMQProducer producer;

    RocketMqHealthIndicator(DefaultMQProducer producer) {
        super("RocketMQ does not answer");
        this.producer = producer;
    }

    @Override
    @SuppressWarnings("deprecation") // The client has no other way to ask the name server anything.
    protected void doHealthCheck(Health.Builder builder) throws Exception {
        int brokers = producer.getDefaultMQProducerImpl()
                .getMqClientFactory()
                .getMQClientAPIImpl()
                .getBrokerClusterInfo(TIMEOUT_MILLIS)
                .getBrokerAddrTable()
                .size();
        builder.status(brokers > 0 ? "UP" : "DOWN").withDetail("brokers", brokers);
    }
}
