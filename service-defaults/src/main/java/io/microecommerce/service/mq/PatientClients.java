package io.microecommerce.service.mq;

import java.time.Duration;
import java.util.UUID;
import org.apache.rocketmq.client.ClientConfig;
import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.spring.support.DefaultRocketMQListenerContainer;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Lets the clients of the broker start without it, find it soon when it is back, and finish what they hold when they stop. */
final class PatientClients implements BeanPostProcessor {

    /** By default half a minute. As long may a check-back or a delivery be late after the broker has moved or come back. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    /** A message in hand waits for its database, whose statements end within two seconds. */
    private static final Duration FINISH_WITHIN = Duration.ofSeconds(3);

    /**
     * The same for all clients of this process, so that they share one connection and its threads; each alone would take up to
     * three seconds to close. Different for each process, wherever it runs.
     */
    private final String process = ProcessHandle.current().pid() + "#" + UUID.randomUUID();

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof DefaultMQProducer producer) {
            configure(producer);
        }
        return bean;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof DefaultRocketMQListenerContainer container) {
            DefaultMQPushConsumer consumer = container.getConsumer();
            configure(consumer);
            consumer.setAwaitTerminationMillisWhenShutdown(FINISH_WITHIN.toMillis());
            container.setConsumer(new PatientConsumer(consumer));
        }
        return bean;
    }

    private void configure(ClientConfig client) {
        client.setInstanceName(process);
        client.setPollNameServerInterval((int) LOOK_EVERY.toMillis());
        client.setHeartbeatBrokerInterval((int) LOOK_EVERY.toMillis());
    }
}
