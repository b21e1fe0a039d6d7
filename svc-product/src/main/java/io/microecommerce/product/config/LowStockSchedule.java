package io.microecommerce.product.config;

import io.microecommerce.api.error.Refusal;
import io.microecommerce.product.stock.LowStockWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Looks for low stock again and again. A server that is down delays what staff are told, and disturbs nothing else. */
@Component
class LowStockSchedule {

    private static final Logger log = LoggerFactory.getLogger(LowStockSchedule.class);

    private final LowStockWatch watch;

    LowStockSchedule(LowStockWatch watch) {
        this.watch = watch;
    }

    @Scheduled(
            initialDelayString = "${shop.product.low-stock-watch-interval}",
            fixedDelayString = "${shop.product.low-stock-watch-interval}")
    void look() {
        try {
            watch.lookAndTell();
        } catch (DataAccessException | TransactionException | Refusal serverDown) {
            log.warn("The look for low stock did not finish and will be repeated: {}", serverDown.toString());
        }
    }
}
