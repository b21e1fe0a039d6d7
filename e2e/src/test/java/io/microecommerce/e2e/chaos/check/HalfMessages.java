package io.microecommerce.e2e.chaos.check;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.rocketmq.client.ClientConfig;
import org.apache.rocketmq.client.consumer.PullResult;
import org.apache.rocketmq.client.consumer.PullStatus;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.impl.CommunicationMode;
import org.apache.rocketmq.client.impl.MQClientAPIImpl;
import org.apache.rocketmq.client.impl.consumer.PullResultExt;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.filter.ExpressionType;
import org.apache.rocketmq.common.message.MessageDecoder;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.common.sysflag.PullSysFlag;
import org.apache.rocketmq.common.topic.TopicValidator;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.apache.rocketmq.remoting.netty.NettyClientConfig;
import org.apache.rocketmq.remoting.protocol.header.PullMessageRequestHeader;
import org.apache.rocketmq.remoting.protocol.header.QueryConsumerOffsetRequestHeader;

/**
 * The half messages that a broker has no answer to. It keeps them in a topic of its own, and the offsets of those that were
 * committed, rolled back or given up in another one; what lies before the offset that its check has come to is answered as well.
 */
final class HalfMessages {

    private static final String HALF = TopicValidator.RMQ_SYS_TRANS_HALF_TOPIC;
    private static final String ANSWERED = TopicValidator.RMQ_SYS_TRANS_OP_HALF_TOPIC;

    /** Both topics have this queue alone. */
    private static final int QUEUE = 0;

    private static final String OFFSETS_SEPARATED_BY = ",";
    private static final int MESSAGES_A_PULL = 32;
    private static final int CONNECT_MILLIS = 2_000;
    private static final long CALL_MILLIS = 5_000;

    private final MQClientAPIImpl api;
    private final String broker;

    private HalfMessages(MQClientAPIImpl api, String broker) {
        this.api = api;
        this.broker = broker;
    }

    /**
     * @param broker its address
     * @return offset and key of each
     * @throws IOException if the broker does not answer
     */
    static List<String> unresolved(String broker) throws IOException {
        NettyClientConfig network = new NettyClientConfig();
        network.setConnectTimeoutMillis(CONNECT_MILLIS);
        MQClientAPIImpl api = new MQClientAPIImpl(network, null, null, new ClientConfig());
        api.start();
        try {
            return new HalfMessages(api, broker).unresolved();
        } catch (RemotingException | MQBrokerException unanswered) {
            throw new IOException("The broker does not answer: " + unanswered.getMessage(), unanswered);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the broker was asked", stopping);
        } finally {
            // Three seconds, until a thread of its own looks up from an empty queue: nobody waits for that.
            new Thread(api::shutdown, "close-broker-client").start();
        }
    }

    private List<String> unresolved() throws RemotingException, MQBrokerException, InterruptedException {
        // The half messages first: what comes later is answered later.
        List<MessageExt> halves = read(HALF, checkedUpTo());
        Set<Long> answered = new HashSet<>();
        for (MessageExt answer : read(ANSWERED, firstOffset(ANSWERED))) {
            Stream.of(new String(answer.getBody(), StandardCharsets.UTF_8).split(OFFSETS_SEPARATED_BY))
                    .filter(offset -> !offset.isBlank())
                    .forEach(offset -> answered.add(Long.valueOf(offset.strip())));
        }
        return halves.stream()
                .filter(half -> !answered.contains(half.getQueueOffset()))
                .map(half -> half.getQueueOffset() + " of payment " + half.getKeys())
                .toList();
    }

    private long checkedUpTo() throws RemotingException, InterruptedException {
        QueryConsumerOffsetRequestHeader question = new QueryConsumerOffsetRequestHeader();
        question.setConsumerGroup(MixAll.CID_SYS_RMQ_TRANS);
        question.setTopic(HALF);
        question.setQueueId(QUEUE);
        try {
            return api.queryConsumerOffset(broker, question, CALL_MILLIS);
        } catch (MQBrokerException notCheckedYet) {
            return 0;
        }
    }

    private long firstOffset(String topic) throws RemotingException, MQBrokerException, InterruptedException {
        return api.getMinOffset(broker, new MessageQueue(topic, "", QUEUE), CALL_MILLIS);
    }

    private List<MessageExt> read(String topic, long from)
            throws RemotingException, MQBrokerException, InterruptedException {
        List<MessageExt> read = new ArrayList<>();
        long next = Math.max(from, firstOffset(topic));
        long end = api.getMaxOffset(broker, new MessageQueue(topic, "", QUEUE), CALL_MILLIS);
        while (next < end) {
            PullResult pulled =
                    api.pullMessage(broker, question(topic, next), CALL_MILLIS, CommunicationMode.SYNC, null);
            if (pulled.getPullStatus() == PullStatus.FOUND && pulled instanceof PullResultExt found) {
                read.addAll(MessageDecoder.decodes(ByteBuffer.wrap(found.getMessageBinary())));
            }
            // Also when nothing was found there: a file of the broker may have been deleted meanwhile.
            next = Math.max(next + 1, pulled.getNextBeginOffset());
        }
        return read;
    }

    private static PullMessageRequestHeader question(String topic, long offset) {
        PullMessageRequestHeader header = new PullMessageRequestHeader();
        header.setConsumerGroup(MixAll.TOOLS_CONSUMER_GROUP);
        header.setTopic(topic);
        header.setQueueId(QUEUE);
        header.setQueueOffset(offset);
        header.setMaxMsgNums(MESSAGES_A_PULL);
        header.setSysFlag(PullSysFlag.buildSysFlag(false, false, true, false));
        header.setCommitOffset(0L);
        header.setSuspendTimeoutMillis(0L);
        header.setSubscription("*");
        header.setSubVersion(0L);
        header.setExpressionType(ExpressionType.TAG);
        return header;
    }
}
