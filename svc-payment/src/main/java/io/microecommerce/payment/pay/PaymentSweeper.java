package io.microecommerce.payment.pay;

import io.microecommerce.payment.pay.PaymentJournal.Note;
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

    PaymentSweeper(Payments payments, PaymentJournal journal, OrderPaidMessages messages, PayProperties properties) {
        this.payments = payments;
        this.journal = journal;
        this.messages = messages;
        this.properties = properties;
    }

    /** Also for rows whose half message was never sent, which no check-back would ever find. */
    @Scheduled(fixedDelayString = "${shop.payment.sweep-every}")
    void expireOverdue() {
        int expired = payments.expireAll();
        if (expired > 0) {
            log.info("{} payments expired before they held anything", expired);
        }
    }

    /** The reconciler: the broker drops a half message after its last check, and a commit can be lost. */
    @Scheduled(fixedDelayString = "${shop.payment.republish-after}")
    void republishUnseen() {
        for (Payment paid : payments.paidButUnseen(properties.republishAfter(), BATCH)) {
            log.info("Sending OrderPaid of payment {} again: it has not come back", paid.id());
            journal.note(Note.REPUBLISHED, paid.id(), paid.attempt(), null, null);
            messages.sendAgain(paid);
        }
    }
}
