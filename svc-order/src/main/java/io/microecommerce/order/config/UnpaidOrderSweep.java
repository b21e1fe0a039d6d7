package io.microecommerce.order.config;

import io.microecommerce.order.purchase.ExpireUnpaidOrders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;

/** Stands behind the timer messages: whatever became of them, an unpaid order is cancelled seconds after its window closes. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class UnpaidOrderSweep {

    private static final Logger log = LoggerFactory.getLogger(UnpaidOrderSweep.class);

    private final ExpireUnpaidOrders expire;

    UnpaidOrderSweep(ExpireUnpaidOrders expire) {
        this.expire = expire;
    }

    @Scheduled(fixedDelayString = "${shop.order.sweep-interval}", initialDelayString = "${shop.order.sweep-interval}")
    void sweep() {
        try {
            expire.sweep();
        } catch (DataAccessException | TransactionException databaseDown) {
            log.warn("The sweep of unpaid orders did not finish and will be repeated: {}", databaseDown.toString());
        }
    }
}
