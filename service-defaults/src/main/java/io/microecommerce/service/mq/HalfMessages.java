package io.microecommerce.service.mq;

import io.microecommerce.service.trace.OpenSpan;
import io.microecommerce.service.trace.Spans;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import org.apache.rocketmq.client.producer.SendResult;
import org.apache.rocketmq.client.producer.SendStatus;
import org.apache.rocketmq.spring.core.RocketMQTemplate;
import org.apache.rocketmq.spring.support.RocketMQHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.support.MessageBuilder;

/** Sends the half messages of one kind of event. */
public final class HalfMessages {

    private final RocketMQTemplate rocketMq;
    private final String topic;
    private final String tag;

    public HalfMessages(RocketMQTemplate rocketMq, String topic, String tag) {
        this.rocketMq = rocketMq;
        this.topic = topic;
        this.tag = tag;
    }

    /**
     * @param key by which the message is found at the broker
     * @param orderId what the event concerns
     * @param attempt handed to the transaction listener once the broker has the message; null for nothing
     * @throws IllegalStateException when the broker has not stored it
     */
    public void send(Object event, String key, String orderId, @Nullable Object attempt) {
        OpenSpan span = Spans.begin("send " + tag, SpanKind.PRODUCER, Context.current());
        span.concerning(Spans.ORDER_ID, orderId);
        SendResult sent = Spans.during(span, () -> sendTraced(event, key, attempt));
        if (sent.getSendStatus() != SendStatus.SEND_OK) {
            // The client has already told the broker to drop it, without running anything.
            throw new IllegalStateException("The broker did not store the half message: " + sent.getSendStatus());
        }
    }

    /** The trace goes along in the message's properties: to those who consume it, and to a check-back. */
    private SendResult sendTraced(Object event, String key, @Nullable Object attempt) {
        MessageBuilder<byte[]> half =
                MessageBuilder.withPayload(Events.write(event)).setHeader(RocketMQHeaders.KEYS, key);
        Spans.carrier().forEach(half::setHeader);
        return rocketMq.sendMessageInTransaction(topic + ":" + tag, half.build(), attempt);
    }
}
