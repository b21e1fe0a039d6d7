package io.microecommerce.local.rocketmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microecommerce.local.process.CannotStartException;
import java.util.Properties;
import org.apache.rocketmq.common.attribute.TopicMessageType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicsTest {

    @Test
    void theShopHasAnEventTopicForTransactionsAndATimerTopicForDelays() throws Exception {
        assertThat(Topics.fromResource())
                .containsExactly(
                        new Topics.Topic("order-events", TopicMessageType.TRANSACTION, 4),
                        new Topics.Topic("order-timers", TopicMessageType.DELAY, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "TRANSACTION", "4", "TRANSACTION many", "LATER 4", "DELAY 4 4"})
    void refusesALineThatIsNotATypeAndANumber(String definition) {
        Properties lines = new Properties();
        lines.setProperty("orders", definition);

        assertThatThrownBy(() -> Topics.parse(lines))
                .isInstanceOf(CannotStartException.class)
                .hasMessage("topics.properties: orders must be a message type and a number of queues");
    }
}
