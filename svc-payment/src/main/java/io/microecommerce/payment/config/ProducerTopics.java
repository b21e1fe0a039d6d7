package io.microecommerce.payment.config;

import io.microecommerce.api.payment.OrderPaid;
import java.util.List;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** Makes the producer known to the brokers of its topic at start; otherwise no check-back reaches it until it first sends. */
@Component
class ProducerTopics implements BeanPostProcessor {

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof DefaultMQProducer producer) {
            producer.setTopics(List.of(OrderPaid.TOPIC));
        }
        return bean;
    }
}
