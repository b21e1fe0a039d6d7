package io.microecommerce.local.rocketmq;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.rocketmq.broker.BrokerController;
import org.apache.rocketmq.broker.transaction.queue.MessageQueueOpContext;
import org.apache.rocketmq.broker.transaction.queue.TransactionalMessageServiceImpl;

/**
 * Keeps an idle broker from burning a core. RocketMQ 5.5.0 computes when it next has to write down ended transactions from the
 * last time that each queue wrote any, queues with nothing to write included ({@code
 * TransactionalMessageServiceImpl.batchSendOpMessage}); three seconds after the last transaction that time is past, and its
 * thread never waits again. So a queue with nothing to write counts as written just now.
 */
final class IdleTransactions {

    private static final long EVERY_MILLIS = 500;

    private IdleTransactions() {}

    static void rest(BrokerController broker) {
        if (broker.getTransactionalMessageService() instanceof TransactionalMessageServiceImpl transactions) {
            ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
                Thread thread = new Thread(task, "idle-transactions");
                thread.setDaemon(true);
                return thread;
            });
            clock.scheduleAtFixedRate(
                    () -> transactions.getDeleteContext().values().forEach(IdleTransactions::restIfEmpty),
                    EVERY_MILLIS,
                    EVERY_MILLIS,
                    TimeUnit.MILLISECONDS);
        }
    }

    private static void restIfEmpty(MessageQueueOpContext queue) {
        if (queue.getContextQueue().isEmpty()) {
            queue.setLastWriteTimestamp(System.currentTimeMillis());
        }
    }
}
