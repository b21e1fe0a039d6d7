package io.microecommerce.payment.refund;

import io.microecommerce.payment.pay.PayProperties;
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

    RefundSweeper(Refunds refunds, OrderRefundedMessages messages, PayProperties properties) {
        this.refunds = refunds;
        this.messages = messages;
        this.properties = properties;
    }

    @Scheduled(fixedDelayString = "${shop.payment.sweep-every}")
    void expireOverdue() {
        int expired = refunds.expireAll();
        if (expired > 0) {
            log.info("{} refunds expired before they held anything", expired);
        }
    }

    @Scheduled(fixedDelayString = "${shop.payment.republish-after}")
    void republishUnseen() {
        for (Refund given : refunds.givenButUnseen(properties.republishAfter(), BATCH)) {
            log.info("Sending OrderRefunded of refund {} again: it has not come back", given.id());
            messages.sendAgain(given);
        }
    }
}
