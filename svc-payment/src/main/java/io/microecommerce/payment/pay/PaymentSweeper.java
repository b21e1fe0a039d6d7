package io.microecommerce.payment.pay;

import io.microecommerce.api.payment.OrderPaid;
import io.microecommerce.payment.pay.PaymentJournal.Note;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Finishes what nobody is at work on: attempts past their time (step 6) and events that never came back (step 7). */
@Component
class PaymentSweeper {

    private static final Logger log = LoggerFactory.getLogger(PaymentSweeper.class);
    private static final int BATCH = 100;

    private final Payments payments;
    private final PaymentJournal journal;
    private final OrderPaidMessages messages;
    private final PayProperties properties;
    private final SweeperMeters.Of meters;

    PaymentSweeper(
            Payments payments,
            PaymentJournal journal,
            OrderPaidMessages messages,
            PayProperties properties,
            SweeperMeters meters) {
        this.payments = payments;
        this.journal = journal;
        this.messages = messages;
        this.properties = properties;
        this.meters = meters.of(OrderPaid.TAG);
    }

    /** Also for rows whose half message was never sent, which no check-back would ever find. */
    @Scheduled(fixedDelayString = "${shop.payment.sweep-every}")
    void expireOverdue() {
        int expired = payments.expireAll();
        meters.expired(expired);
        if (expired > 0) {
            log.info("{} payments expired before they held anything", expired);
        }
    }

    /** The reconciler: the broker drops a half message after its last check, and a commit can be lost. */
    @Scheduled(fixedDelayString = "${shop.payment.republish-after}")
    void republishUnseen() {
        List<Payment> unseen = payments.paidButUnseen(properties.republishAfter(), BATCH);
        meters.found(unseen.size());
        for (Payment paid : unseen) {
            log.info("Sending OrderPaid of payment {} again: it has not come back", paid.id());
            journal.note(Note.REPUBLISHED, paid.id(), paid.attempt(), null, null);
            messages.sendAgain(paid);
            meters.resent();
        }
        meters.looked();
    }
}
