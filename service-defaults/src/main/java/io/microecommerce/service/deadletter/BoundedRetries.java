package io.microecommerce.service.deadletter;

import java.util.function.Supplier;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.spring.core.RocketMQListener;
import org.apache.rocketmq.spring.support.DefaultRocketMQListenerContainer;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Gives every consumer the service's {@link RetryLimits}, which an annotation cannot take from the configuration, and remembers
 * what it throws.
 */
final class BoundedRetries implements BeanPostProcessor {

    private final Supplier<RetryLimits> limits;
    private final Supplier<LastErrors> errors;

    /** Both are asked for only once a consumer is there: this is made before most other beans. */
    BoundedRetries(Supplier<RetryLimits> limits, Supplier<LastErrors> errors) {
        this.limits = limits;
        this.errors = errors;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof DefaultRocketMQListenerContainer container
                && container.getRocketMQListener() instanceof DeadLetterSource source) {
            container.setRocketMQListener(new Remembering(source, errors.get()));
        }
        return bean;
    }

    @Override
    @SuppressWarnings("deprecation") // The consumer that runs is reached in no other way.
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof DefaultRocketMQListenerContainer container) {
            // The consumer of the container may stand before the one that runs, see PatientConsumer.
            container
                    .getConsumer()
                    .getDefaultMQPushConsumerImpl()
                    .getDefaultMQPushConsumer()
                    .setMaxReconsumeTimes(limits.get().maxRetries());
            container.setDelayLevelWhenNextConsume(limits.get().retryDelayLevel());
        }
        return bean;
    }

    private record Remembering(DeadLetterSource source, LastErrors errors) implements RocketMQListener<MessageExt> {

        @Override
        public void onMessage(MessageExt message) {
            try {
                Deliveries.timed(source.group(), () -> source.onMessage(message));
                errors.forget(source.group(), message.getMsgId());
            } catch (RuntimeException failure) {
                errors.remember(source.group(), message.getMsgId(), failure);
                throw failure;
            }
        }
    }
}
