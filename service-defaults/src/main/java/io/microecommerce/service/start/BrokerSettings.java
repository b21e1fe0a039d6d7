package io.microecommerce.service.start;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.rocketmq.client.ClientConfig;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.impl.MQClientAPIImpl;
import org.apache.rocketmq.common.TopicConfig;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.apache.rocketmq.remoting.netty.NettyClientConfig;
import org.apache.rocketmq.remoting.protocol.ResponseCode;
import org.apache.rocketmq.remoting.protocol.body.ClusterInfo;
import org.apache.rocketmq.remoting.protocol.route.BrokerData;

/** Asks the brokers for the settings that this shop relies on, over a connection of its own that it closes again. */
final class BrokerSettings {

    private static final int CONNECT_MILLIS = 1_000;
    private static final long CALL_MILLIS = 2_000;
    private static final String AUTO_CREATE = "autoCreateTopicEnable";

    private final String nameServer;
    private final List<RequiredTopic> topics;

    BrokerSettings(String nameServer, List<RequiredTopic> topics) {
        this.nameServer = nameServer;
        this.topics = List.copyOf(topics);
    }

    /**
     * @return a sentence for each setting that breaks the promise
     * @throws IOException if no broker answers, which says nothing about its settings
     */
    List<String> violations() throws IOException {
        NettyClientConfig network = new NettyClientConfig();
        network.setConnectTimeoutMillis(CONNECT_MILLIS);
        MQClientAPIImpl api = new MQClientAPIImpl(network, null, null, new ClientConfig());
        api.updateNameServerAddressList(nameServer);
        api.start();
        try {
            return violations(api);
        } catch (RemotingException | MQBrokerException unanswered) {
            throw new IOException("RocketMQ at " + nameServer + " does not answer: " + unanswered.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while RocketMQ was asked for its settings");
        } finally {
            api.shutdown();
        }
    }

    private List<String> violations(MQClientAPIImpl api)
            throws IOException, RemotingException, MQBrokerException, InterruptedException {
        Map<String, String> brokers = masters(api.getBrokerClusterInfo(CALL_MILLIS));
        if (brokers.isEmpty()) {
            throw new IOException("RocketMQ at " + nameServer + " knows no broker");
        }
        List<String> violations = new ArrayList<>();
        for (Map.Entry<String, String> broker : brokers.entrySet()) {
            if (Boolean.parseBoolean(
                    api.getBrokerConfig(broker.getValue(), CALL_MILLIS).getProperty(AUTO_CREATE, "true"))) {
                violations.add(AUTO_CREATE + " is true on the broker " + broker.getKey()
                        + ": events sent to a topic that nobody made are heard by nobody."
                        + " Set it to false in the broker's properties and restart the broker.");
            }
        }
        for (RequiredTopic topic : topics) {
            violations.addAll(violations(api, brokers, topic));
        }
        return violations;
    }

    private static List<String> violations(MQClientAPIImpl api, Map<String, String> brokers, RequiredTopic topic)
            throws RemotingException, MQBrokerException, InterruptedException {
        List<String> violations = new ArrayList<>();
        boolean exists = false;
        for (Map.Entry<String, String> broker : brokers.entrySet()) {
            try {
                TopicConfig found = api.getTopicConfig(broker.getValue(), topic.name(), CALL_MILLIS);
                exists = true;
                String type = found.getTopicMessageType().getValue();
                if (!type.equals(topic.type())) {
                    violations.add("The topic " + topic.name() + " is of the type " + type + " on the broker "
                            + broker.getKey() + ": its messages would be refused, or delivered at the wrong time."
                            + " Change its attribute message.type to " + topic.type() + ".");
                }
            } catch (MQBrokerException answer) {
                if (answer.getResponseCode() != ResponseCode.TOPIC_NOT_EXIST) {
                    throw answer;
                }
            }
        }
        if (!exists) {
            violations.add("The topic " + topic.name() + " is on no broker. Create it with the attribute message.type="
                    + topic.type() + ".");
        }
        return violations;
    }

    private static Map<String, String> masters(ClusterInfo cluster) {
        Map<String, String> masters = new TreeMap<>();
        for (BrokerData broker : cluster.getBrokerAddrTable().values()) {
            String master = broker.getBrokerAddrs().get(0L);
            if (master != null) {
                masters.put(broker.getBrokerName(), master);
            }
        }
        return masters;
    }
}
