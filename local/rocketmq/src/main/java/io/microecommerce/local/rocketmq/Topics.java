package io.microecommerce.local.rocketmq;

import io.microecommerce.local.process.CannotStartException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.rocketmq.broker.topic.TopicConfigManager;
import org.apache.rocketmq.common.TopicAttributes;
import org.apache.rocketmq.common.TopicConfig;
import org.apache.rocketmq.common.attribute.TopicMessageType;

/** The topics that the broker has from its first start, named in {@code topics.properties}. */
final class Topics {

    /**
     * One topic.
     *
     * @param type what its messages are: TRANSACTION or DELAY, for instance
     * @param queues into how many queues it is split; as many members of a consumer group can share it
     */
    record Topic(String name, TopicMessageType type, int queues) {}

    private Topics() {}

    /** Reads {@code topics.properties}. */
    static List<Topic> fromResource() throws IOException {
        Properties lines = new Properties();
        try (InputStream in = Topics.class.getResourceAsStream("/topics.properties")) {
            if (in == null) {
                throw new CannotStartException("topics.properties is not on the class path");
            }
            lines.load(in);
        }
        return parse(lines);
    }

    /** Reads lines of the form {@code name = TYPE queues}. */
    static List<Topic> parse(Properties lines) {
        return lines.stringPropertyNames().stream()
                .sorted()
                .map(name -> parse(name, lines.getProperty(name)))
                .toList();
    }

    private static Topic parse(String name, String definition) {
        List<String> words = Arrays.asList(definition.strip().split("\\s+", -1));
        try {
            if (words.size() == 2) {
                return new Topic(name, TopicMessageType.valueOf(words.get(0)), Integer.parseInt(words.get(1)));
            }
        } catch (IllegalArgumentException neitherTypeNorNumber) {
            // Falls through to the one answer.
        }
        throw new CannotStartException("topics.properties: " + name + " must be a message type and a number of queues");
    }

    /** Creates the topics that the broker does not have as they should be; an existing topic keeps its messages. */
    static void create(TopicConfigManager manager, List<Topic> topics) {
        for (Topic topic : topics) {
            TopicConfig config = new TopicConfig(topic.name(), topic.queues(), topic.queues());
            // The plus sign asks to add the attribute, or to change it.
            config.setAttributes(Map.of(
                    "+" + TopicAttributes.TOPIC_MESSAGE_TYPE_ATTRIBUTE.getName(),
                    topic.type().getValue()));
            manager.updateTopicConfig(config);
        }
    }
}
