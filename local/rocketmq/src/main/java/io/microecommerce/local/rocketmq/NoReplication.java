package io.microecommerce.local.rocketmq;

import java.io.IOException;
import org.apache.rocketmq.store.DefaultMessageStore;
import org.apache.rocketmq.store.ha.DefaultHAService;
import org.apache.rocketmq.store.ha.GroupTransferService;
import org.apache.rocketmq.store.ha.HAConnectionStateNotificationService;

/**
 * The replication service of a broker that has no replica: RocketMQ's own, without its port, which would bind all
 * interfaces whatever {@code bindAddress} says.
 */
public class NoReplication extends DefaultHAService {

    /** Called by RocketMQ's service loader. */
    public NoReplication() {}

    @Override
    public void init(DefaultMessageStore store) throws IOException {
        this.defaultMessageStore = store;
        this.groupTransferService = new GroupTransferService(this, store);
        this.haConnectionStateNotificationService = new HAConnectionStateNotificationService(this, store);
    }

    @Override
    public void start() {
        this.groupTransferService.start();
        this.haConnectionStateNotificationService.start();
    }
}
