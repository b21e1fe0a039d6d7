package io.microecommerce.order.config;

import io.microecommerce.order.purchase.ForgetKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;

/** Keeps idempotency keys no longer than they are said to be kept. */
@Configuration(proxyBeanMethods = false)
class IdempotencyKeyPurge {

    private static final Logger log = LoggerFactory.getLogger(IdempotencyKeyPurge.class);

    private final ForgetKeys forget;

    IdempotencyKeyPurge(ForgetKeys forget) {
        this.forget = forget;
    }

    @Scheduled(
            fixedDelayString = "${shop.idempotency.purge-interval}",
            initialDelayString = "${shop.idempotency.purge-interval}")
    void purge() {
        try {
            forget.run();
        } catch (DataAccessException | TransactionException databaseDown) {
            log.warn("The purge of idempotency keys did not finish and will be repeated: {}", databaseDown.toString());
        }
    }
}
