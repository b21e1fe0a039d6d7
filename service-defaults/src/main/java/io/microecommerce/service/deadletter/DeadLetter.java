package io.microecommerce.service.deadletter;

import io.microecommerce.api.deadletter.DeadLetterState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.apache.rocketmq.common.message.MessageAccessor;
import org.apache.rocketmq.common.message.MessageConst;
import org.apache.rocketmq.common.message.MessageExt;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code dead_letter}; its columns are documented in the migration.
 *
 * @param body at most {@link #MAX_BODY} bytes
 */
public record DeadLetter(
        String id,
        String group,
        String messageId,
        String topic,
        @Nullable String tag,
        @Nullable String keys,
        byte[] body,
        int bodyBytes,
        int deliveries,
        Instant bornAt,
        Instant arrivedAt,
        @Nullable String lastError,
        DeadLetterState state,
        int redrives,
        @Nullable Instant resolvedAt,
        @Nullable String resolvedBy,
        @Nullable String reason) {

    static final int MAX_BODY = 262_144;

    private static final int MAX_ERROR = 2_000;
    private static final int MAX_KEYS = 1_024;

    /** As it comes out of the dead-letter queue. */
    static DeadLetter of(DeadLetterSource source, MessageExt message, @Nullable String lastError, Instant now) {
        byte[] body = message.getBody() == null ? new byte[0] : message.getBody();
        return new DeadLetter(
                UUID.randomUUID().toString(),
                source.group(),
                message.getMsgId(),
                originOf(message),
                message.getTags(),
                bounded(message.getKeys(), MAX_KEYS),
                body.length <= MAX_BODY ? body : Arrays.copyOf(body, MAX_BODY),
                body.length,
                source.deliveries(message),
                Instant.ofEpochMilli(message.getBornTimestamp()),
                now,
                bounded(lastError, MAX_ERROR),
                DeadLetterState.OPEN,
                0,
                null,
                null,
                null);
    }

    /** What the consumer is called with again. */
    public MessageExt message() {
        MessageExt message = new MessageExt();
        message.setMsgId(messageId);
        message.setTopic(topic);
        message.setBody(body);
        message.setBornTimestamp(bornAt.toEpochMilli());
        if (tag != null) {
            message.setTags(tag);
        }
        if (keys != null) {
            MessageAccessor.putProperty(message, MessageConst.PROPERTY_KEYS, keys);
        }
        return message;
    }

    boolean complete() {
        return body.length == bodyBytes;
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The innermost cause and the first line of what it says; the lines below tend to quote whole rows. */
    static String errorOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage() == null ? "" : root.getMessage().replace('\0', ' ');
        String error = root.getClass().getSimpleName()
                + message.lines().findFirst().map(line -> ": " + line).orElse("");
        return String.valueOf(bounded(error, MAX_ERROR));
    }

    /** Where the message was sent to before it was sent back, or dropped. */
    private static String originOf(MessageExt message) {
        for (String property : new String[] {
            MessageConst.PROPERTY_DLQ_ORIGIN_TOPIC, MessageConst.PROPERTY_RETRY_TOPIC, MessageConst.PROPERTY_REAL_TOPIC
        }) {
            String topic = message.getProperty(property);
            if (topic != null) {
                return topic;
            }
        }
        return message.getTopic();
    }

    private static @Nullable String bounded(@Nullable String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most);
    }
}
