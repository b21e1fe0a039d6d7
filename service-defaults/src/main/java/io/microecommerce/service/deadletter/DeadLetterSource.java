package io.microecommerce.service.deadletter;

import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.message.MessageExt;

/**
 * A consumer whose dead letters are kept: it can say whether its effect is there, and it can be called once more. Every bean of
 * this type has its letters read from {@link #topic()}.
 */
public interface DeadLetterSource {

    /** The consumer group; it names the letters' origin to the staff. */
    String group();

    /** Where its letters arrive. */
    default String topic() {
        return MixAll.getDLQTopic(group());
    }

    /** The group that reads {@link #topic()}. */
    default String readers() {
        return group() + "-dead-letter";
    }

    /**
     * The consumer itself. A redrive calls it inside a transaction, which its effect must join; calling it again for the same
     * message must change nothing.
     */
    void onMessage(MessageExt message);

    /**
     * Whether the effect of the message is there, as this service's database has it. That a
     * message cannot be read is no defect: what Jackson throws here means that it cannot be told.
     */
    Evidence evidence(MessageExt message);

    /** How often the consumer was called with the message of a letter. */
    default int deliveries(MessageExt message) {
        return message.getReconsumeTimes();
    }

    /** A new letter has been stored. */
    default void arrived(DeadLetter letter) {}
}
