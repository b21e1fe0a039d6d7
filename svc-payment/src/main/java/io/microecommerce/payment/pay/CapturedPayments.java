package io.microecommerce.payment.pay;

import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.order.PayableOrderView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Runs the protocol for captured money, from step 2 on, attempt after attempt, until the payment is PAID or REFUSED. Nobody need
 * come again for it: captured money never rests in a failed payment.
 */
@Component
class CapturedPayments {

    private static final Logger log = LoggerFactory.getLogger(CapturedPayments.class);
    private static final int BATCH = 32;

    private final Payments payments;
    private final OrderBranch orders;
    private final Arbiter arbiter;
    private final PayWorkers workers;
    private final PaySteps steps;

    CapturedPayments(Payments payments, OrderBranch orders, Arbiter arbiter, PayWorkers workers, PaySteps steps) {
        this.payments = payments;
        this.orders = orders;
        this.arbiter = arbiter;
        this.workers = workers;
        this.steps = steps;
    }

    @Scheduled(fixedDelayString = "${shop.provider.work-every}")
    void goOn() {
        for (Payment payment : payments.capturedUndecided(BATCH)) {
            try {
                payments.takeOver(payment).ifPresent(this::run);
            } catch (RuntimeException failure) {
                log.warn("Captured payment {} did not get on: {}", payment.id(), failure.toString());
            }
        }
    }

    private void run(Payment payment) {
        PaySteps.Progress progress = steps.start();
        PayableOrderView order;
        try {
            order = orders.payable(payment.customerId(), payment.orderId());
        } catch (Refusal refusal) {
            if (refusal.code().retryable() || !arbiter.refuse(payment, refusal)) {
                leave(payment);
            }
            return;
        } catch (RuntimeException unanswered) {
            log.warn("The order of captured payment {} cannot be read yet: {}", payment.id(), unanswered.toString());
            leave(payment);
            return;
        }
        progress.reached(PayStep.ORDER_READ);
        if (!workers.start(new PayAttempt(payment, order, progress))) {
            log.warn("Captured payment {} waits: there is too much to do", payment.id());
        }
    }

    /** For the next look. */
    private void leave(Payment payment) {
        payments.giveUp(payment.id(), payment.attempt());
        payments.endLease(payment.id(), payment.attempt());
    }
}
