package io.microecommerce.service.deadletter;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.rocketmq.client.ClientConfig;
import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.apache.rocketmq.client.consumer.listener.ConsumeConcurrentlyStatus;
import org.apache.rocketmq.client.consumer.listener.MessageListenerConcurrently;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.impl.MQClientAPIImpl;
import org.apache.rocketmq.common.consumer.ConsumeFromWhere;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.apache.rocketmq.remoting.netty.NettyClientConfig;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Brings dead letters from the broker into the service's database, and acknowledges each once it is there.
 *
 * <p>The broker makes a dead-letter queue with its first letter, so until then there is nothing to subscribe to: this asks the name
 * server every few seconds whether it has come to be, and only then starts a consumer. A service none of whose messages die has none.
 */
final class DeadLetterReaders implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DeadLetterReaders.class);

    private static final long LOOK_EVERY_SECONDS = 3;
    private static final int CONNECT_MILLIS = 1_000;
    private static final long CALL_MILLIS = 2_000;

    /** For the letter in hand, when the service stops. */
    private static final long FINISH_WITHIN_MILLIS = 5_000;

    /** 5 s. A letter that cannot be stored, because the database is away, must never die in turn. */
    private static final int STORE_AGAIN_DELAY_LEVEL = 2;

    private final String nameServer;
    private final List<DeadLetterSource> sources;
    private final DeadLetters letters;
    private final LastErrors errors;
    private final DeadLetterMetrics metrics;
    private final Clock clock;

    private final List<DefaultMQPushConsumer> consumers = new ArrayList<>();
    private final Set<DeadLetterSource> read = new HashSet<>();
    private @Nullable ScheduledExecutorService looking;
    private @Nullable MQClientAPIImpl names;

    DeadLetterReaders(
            String nameServer,
            List<DeadLetterSource> sources,
            DeadLetters letters,
            LastErrors errors,
            DeadLetterMetrics metrics,
            Clock clock) {
        this.nameServer = nameServer;
        this.sources = List.copyOf(sources);
        this.letters = letters;
        this.errors = errors;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        NettyClientConfig network = new NettyClientConfig();
        network.setConnectTimeoutMillis(CONNECT_MILLIS);
        MQClientAPIImpl api = new MQClientAPIImpl(network, null, null, new ClientConfig());
        api.updateNameServerAddressList(nameServer);
        api.start();
        names = api;
        looking = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread daemon = new Thread(task, "dead-letter-queues");
            daemon.setDaemon(true);
            return daemon;
        });
        looking.scheduleWithFixedDelay(() -> look(api), 0, LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private void look(MQClientAPIImpl api) {
        for (DeadLetterSource source : sources) {
            try {
                if (!read.contains(source) && exists(api, source.topic())) {
                    read(source);
                }
            } catch (RemotingException away) {
                log.debug("The name server does not answer: {}", away.getMessage());
                return;
            } catch (MQClientException | RuntimeException failure) {
                log.warn("The dead letters of {} cannot be read yet: {}", source.group(), failure.toString());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static boolean exists(MQClientAPIImpl api, String topic) throws RemotingException, InterruptedException {
        try {
            return !api.getTopicRouteInfoFromNameServer(topic, CALL_MILLIS, false)
                    .getQueueDatas()
                    .isEmpty();
        } catch (MQClientException noSuchTopic) {
            return false;
        }
    }

    private synchronized void read(DeadLetterSource source) throws MQClientException {
        if (looking == null) {
            return;
        }
        DefaultMQPushConsumer consumer = new DefaultMQPushConsumer(source.readers());
        consumer.setNamesrvAddr(nameServer);
        // All readers of the process share the threads and connections of one client.
        consumer.setInstanceName("dead-letters-" + ProcessHandle.current().pid());
        consumer.setConsumeFromWhere(ConsumeFromWhere.CONSUME_FROM_FIRST_OFFSET);
        consumer.setConsumeThreadMin(1);
        consumer.setConsumeThreadMax(1);
        consumer.setMaxReconsumeTimes(Integer.MAX_VALUE);
        consumer.setAwaitTerminationMillisWhenShutdown(FINISH_WITHIN_MILLIS);
        consumer.subscribe(source.topic(), "*");
        consumer.registerMessageListener((MessageListenerConcurrently) (messages, context) -> {
            try {
                messages.forEach(message -> store(source, message));
                return ConsumeConcurrentlyStatus.CONSUME_SUCCESS;
            } catch (RuntimeException failure) {
                log.warn("A dead letter of {} waits for the database: {}", source.group(), failure.toString());
                context.setDelayLevelWhenNextConsume(STORE_AGAIN_DELAY_LEVEL);
                return ConsumeConcurrentlyStatus.RECONSUME_LATER;
            }
        });
        try {
            consumer.start();
        } catch (MQClientException | RuntimeException failure) {
            // It may have started in part, and the next one is of the same group.
            consumer.shutdown();
            throw failure;
        }
        consumers.add(consumer);
        read.add(source);
        log.info("Reading {}", source.topic());
    }

    private void store(DeadLetterSource source, MessageExt message) {
        DeadLetter letter = DeadLetter.of(
                source, message, errors.of(source.group(), message.getMsgId()).orElse(null), clock.instant());
        if (letters.store(letter)) {
            errors.forget(source.group(), message.getMsgId());
            metrics.stored(source.group());
            log.error(
                    "Dead letter {} of {}: message {} with keys {} failed {} times, at last with {}",
                    letter.id(),
                    letter.group(),
                    letter.messageId(),
                    letter.keys(),
                    letter.deliveries(),
                    letter.lastError());
            source.arrived(letter);
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService thread;
        synchronized (this) {
            thread = looking;
            looking = null;
        }
        if (thread != null) {
            thread.shutdownNow();
        }
        synchronized (this) {
            consumers.forEach(DefaultMQPushConsumer::shutdown);
            consumers.clear();
            read.clear();
            if (names != null) {
                names.shutdown();
                names = null;
            }
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return looking != null;
    }
}
