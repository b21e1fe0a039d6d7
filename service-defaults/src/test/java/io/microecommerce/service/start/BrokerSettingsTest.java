package io.microecommerce.service.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.microecommerce.local.launcher.Platform;
import io.microecommerce.local.launcher.installation.ShopHome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.rocketmq.client.ClientConfig;
import org.apache.rocketmq.client.impl.MQClientAPIImpl;
import org.apache.rocketmq.remoting.netty.NettyClientConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** Beside the real broker, which has the shop's topics. */
class BrokerSettingsTest {

    private static final RequiredTopic EVENTS = new RequiredTopic("order-events", "TRANSACTION");
    private static final RequiredTopic TIMERS = new RequiredTopic("order-timers", "DELAY");

    /** Longer than it rests between two questions. */
    private static final Duration ASKED_AGAIN = Duration.ofSeconds(60);

    private static Platform platform;

    /** Two services that started before there was a broker. */
    private static BrokerIsSafe safe;

    private static BrokerIsSafe unsafe;

    @BeforeAll
    static void startTheBroker() throws IOException {
        Path home = Path.of("target", "broker-settings").toAbsolutePath();
        ShopHome.deleteTree(home);
        platform = Platform.open(Platform.checkout())
                .home(home)
                .freePorts()
                .only("rocketmq-namesrv", "rocketmq-broker")
                .build();
        safe = new BrokerIsSafe(settings(EVENTS));
        unsafe = new BrokerIsSafe(settings(TIMERS, new RequiredTopic("order-events", "DELAY")));
        safe.start();
        unsafe.start();
        assertThat(safe.health().getStatus()).isEqualTo(Status.UNKNOWN);
        platform.start();
    }

    @AfterAll
    static void stop() {
        safe.stop();
        unsafe.stop();
        platform.close();
    }

    @Test
    void findsNothingWrongWithTheShopsOwnBroker() throws Exception {
        assertThat(settings(EVENTS, TIMERS).violations()).isEmpty();
    }

    @Test
    void namesATopicOfAnotherType() {
        BrokerIsSafe service = new BrokerIsSafe(settings(new RequiredTopic("order-timers", "TRANSACTION")));

        assertThatThrownBy(service::start)
                .isInstanceOf(UnsafeSettingException.class)
                .hasMessageContaining("The topic order-timers is of the type DELAY")
                .hasMessageContaining("message.type to TRANSACTION");
    }

    @Test
    void namesATopicThatNobodyMade() {
        assertThatThrownBy(() -> new BrokerIsSafe(settings(new RequiredTopic("order-evnets", "TRANSACTION"))).start())
                .isInstanceOf(UnsafeSettingException.class)
                .hasMessageContaining("The topic order-evnets is on no broker");
    }

    @Test
    void refusesABrokerThatMakesTopicsByItself() throws Exception {
        set("autoCreateTopicEnable", "true");
        try {
            assertThatThrownBy(() -> new BrokerIsSafe(settings(EVENTS)).start())
                    .isInstanceOf(UnsafeSettingException.class)
                    .hasMessageContaining("autoCreateTopicEnable is true on the broker")
                    .hasMessageContaining("Set it to false");
        } finally {
            set("autoCreateTopicEnable", "false");
        }
    }

    @Test
    void startsWithoutABrokerAndTellsItsHealthOnceOneAnswers() {
        await().atMost(ASKED_AGAIN)
                .untilAsserted(() -> assertThat(safe.health().getStatus()).isEqualTo(Status.UP));
        await().atMost(ASKED_AGAIN).untilAsserted(() -> {
            assertThat(unsafe.health().getStatus()).isEqualTo(Status.DOWN);
            assertThat(unsafe.health().getDetails().toString()).contains("order-events is of the type TRANSACTION");
        });
    }

    private static BrokerSettings settings(RequiredTopic... topics) {
        return new BrokerSettings("127.0.0.1:" + platform.port("rocketmq-namesrv"), List.of(topics));
    }

    private static void set(String setting, String value) throws Exception {
        MQClientAPIImpl api = new MQClientAPIImpl(new NettyClientConfig(), null, null, new ClientConfig());
        api.start();
        try {
            Properties change = new Properties();
            change.setProperty(setting, value);
            api.updateBrokerConfig("127.0.0.1:" + platform.port("rocketmq-broker"), change, 10_000);
        } finally {
            api.shutdown();
        }
    }
}
