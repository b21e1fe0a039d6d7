package io.microecommerce.payment.refund;

import io.microecommerce.api.payment.OrderRefunded;
import io.microecommerce.payment.pay.PayProperties;
import io.microecommerce.payment.pay.SweeperMeters;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Finishes what nobody is at work on, as the sweeper of payments does. */
@Component
class RefundSweeper {

    private static final Logger log = LoggerFactory.getLogger(RefundSweeper.class);
    private static final int BATCH = 100;

    private final Refunds refunds;
    private final OrderRefundedMessages messages;
    private final PayProperties properties;
    private final SweeperMeters.Of meters;

    RefundSweeper(Refunds refunds, OrderRefundedMessages messages, PayProperties properties, SweeperMeters meters) {
        this.refunds = refunds;
        this.messages = messages;
        this.properties = properties;
        this.meters = meters.of(OrderRefunded.TAG);
    }

    @Scheduled(fixedDelayString = "${shop.payment.sweep-every}")
    void expireOverdue() {
        int expired = refunds.expireAll();
        meters.expired(expired);
        if (expired > 0) {
            log.info("{} refunds expired before they held anything", expired);
        }
    }

    @Scheduled(fixedDelayString = "${shop.payment.republish-after}")
    void republishUnseen() {
        List<Refund> unseen = refunds.givenButUnseen(properties.republishAfter(), BATCH);
        meters.found(unseen.size());
        for (Refund given : unseen) {
            log.info("Sending OrderRefunded of refund {} again: it has not come back", given.id());
            messages.sendAgain(given);
            meters.resent();
        }
        meters.looked();
    }
}
