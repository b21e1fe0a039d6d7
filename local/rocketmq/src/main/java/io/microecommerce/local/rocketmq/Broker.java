package io.microecommerce.local.rocketmq;

import io.microecommerce.local.process.CannotStartException;
import io.microecommerce.local.process.Environment;
import io.microecommerce.local.process.ServerProcess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.rocketmq.auth.config.AuthConfig;
import org.apache.rocketmq.broker.BrokerController;
import org.apache.rocketmq.broker.BrokerStartup;
import org.apache.rocketmq.broker.ConfigContext;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.common.BrokerConfig;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.apache.rocketmq.remoting.netty.NettyClientConfig;
import org.apache.rocketmq.remoting.netty.NettyServerConfig;
import org.apache.rocketmq.store.config.MessageStoreConfig;

/**
 * The broker with the topics of {@code topics.properties}. Takes ROCKETMQ_HOME, ROCKETMQ_BROKER_PORT (it also uses the port two
 * below) and ROCKETMQ_NAMESRV. It binds loopback, unless SERVER_ADDRESS names another address, and the name server sends clients to
 * ROCKETMQ_ANNOUNCED_HOST, which is that address unless set. Ready means that the name server sends clients here.
 */
public final class Broker {

    private static final Duration ROUTED_WITHIN = Duration.ofSeconds(60);
    private static final long ROUTE_POLL_MILLIS = 200;
    private static final long ROUTE_CALL_TIMEOUT_MILLIS = 2_000;

    private Broker() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) {
        new ServerProcess("RocketMQ broker").run(Broker::start);
    }

    private static String start(Environment environment) throws Exception {
        int port = environment.freePort("ROCKETMQ_BROKER_PORT");
        Environment.requireFree("two below ROCKETMQ_BROKER_PORT", port - 2);
        String nameServer = environment.text("ROCKETMQ_NAMESRV");
        Path home = RocketMqHome.of(environment);
        List<Topics.Topic> topics = Topics.fromResource();

        BrokerController broker =
                BrokerStartup.buildBrokerController(configuration(environment, home, port, nameServer));
        if (!broker.initialize()) {
            throw new CannotStartException("its store cannot be opened, see " + home.resolve("logs"));
        }
        Runtime.getRuntime().addShutdownHook(new Thread(broker::shutdown, "stop"));
        Topics.create(broker.getTopicConfigManager(), topics);
        broker.start();
        IdleTransactions.rest(broker);
        registerUntilRouted(broker, topics, nameServer);
        return "port " + port + ", topics "
                + topics.stream().map(Topics.Topic::name).toList();
    }

    private static ConfigContext configuration(Environment environment, Path home, int port, String nameServer)
            throws IOException {
        String address = RocketMqHome.address(environment);
        String announced = environment.textOr("ROCKETMQ_ANNOUNCED_HOST", address);
        Properties properties = new Properties();
        try (InputStream in = Broker.class.getResourceAsStream("/broker.properties")) {
            if (in == null) {
                throw new CannotStartException("broker.properties is not on the class path");
            }
            properties.load(in);
        }
        properties.setProperty("rocketmqHome", home.toString());
        properties.setProperty("namesrvAddr", nameServer);
        properties.setProperty("bindAddress", address);
        properties.setProperty("brokerIP1", announced);
        properties.setProperty("brokerIP2", announced);
        properties.setProperty("listenPort", Integer.toString(port));
        properties.setProperty("storePathRootDir", home.resolve("store").toString());
        properties.setProperty(
                "storePathCommitLog", home.resolve("store/commitlog").toString());

        BrokerConfig broker = new BrokerConfig();
        NettyServerConfig server = new NettyServerConfig();
        NettyClientConfig client = new NettyClientConfig();
        MessageStoreConfig store = new MessageStoreConfig();
        AuthConfig auth = new AuthConfig();
        for (Object part : List.of(broker, server, client, store, auth)) {
            MixAll.properties2Object(properties, part);
        }
        return new ConfigContext.Builder()
                .properties(properties)
                .brokerConfig(broker)
                .nettyServerConfig(server)
                .nettyClientConfig(client)
                .messageStoreConfig(store)
                .authConfig(auth)
                .build();
    }

    /**
     * The registration that a broker does while it starts can be lost, and the next one of its own comes 30 seconds later;
     * until then clients are told that the topics do not exist.
     */
    private static void registerUntilRouted(BrokerController broker, List<Topics.Topic> topics, String nameServer)
            throws InterruptedException {
        long deadline = System.nanoTime() + ROUTED_WITHIN.toNanos();
        while (!isRouted(broker, topics)) {
            if (System.nanoTime() - deadline > 0) {
                throw new CannotStartException(
                        "the name server at " + nameServer + " (ROCKETMQ_NAMESRV) did not take its"
                                + " registration within " + ROUTED_WITHIN.toSeconds() + " s");
            }
            TimeUnit.MILLISECONDS.sleep(ROUTE_POLL_MILLIS);
            broker.registerBrokerAll(false, false, true);
        }
    }

    private static boolean isRouted(BrokerController broker, List<Topics.Topic> topics) throws InterruptedException {
        try {
            for (Topics.Topic topic : topics) {
                boolean known = broker
                        .getBrokerOuterAPI()
                        .getTopicRouteInfoFromNameServer(topic.name(), ROUTE_CALL_TIMEOUT_MILLIS)
                        .getBrokerDatas()
                        .stream()
                        .anyMatch(data -> data.getBrokerAddrs().containsValue(broker.getBrokerAddr()));
                if (!known) {
                    return false;
                }
            }
            return true;
        } catch (MQBrokerException | RemotingException notYet) {
            return false;
        }
    }
}
