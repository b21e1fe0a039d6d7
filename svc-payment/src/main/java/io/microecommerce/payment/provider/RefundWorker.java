package io.microecommerce.payment.provider;

import io.microecommerce.payment.provider.Provider.RefundAnswer;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Works each refund until the provider confirms it, always under the same id; and tells the staff of the arbiter's. */
@Component
class RefundWorker {

    private static final Logger log = LoggerFactory.getLogger(RefundWorker.class);
    private static final int BATCH = 20;

    private final RefundWork refunds;
    private final Charges charges;
    private final Provider provider;
    private final StaffNotices staff;
    private final List<RefundSettled> listeners;
    private final TransactionTemplate transaction;

    RefundWorker(
            RefundWork refunds,
            Charges charges,
            Provider provider,
            StaffNotices staff,
            List<RefundSettled> listeners,
            TransactionTemplate transaction) {
        this.refunds = refunds;
        this.charges = charges;
        this.provider = provider;
        this.staff = staff;
        this.listeners = listeners;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "${shop.provider.work-every}")
    void work() {
        if (provider.available()) {
            refunds.toTry(BATCH).forEach(this::work);
        }
    }

    @Scheduled(fixedDelayString = "${shop.provider.work-every}")
    void tell() {
        for (ProviderRefund refund : refunds.untold(BATCH)) {
            try {
                staff.moneyGoesBack(refund);
                refunds.told(refund.id());
            } catch (RuntimeException unanswered) {
                log.warn("The staff are not told of refund {} yet: {}", refund.id(), unanswered.toString());
            }
        }
    }

    private void work(ProviderRefund refund) {
        try {
            settle(refund, ask(refund));
        } catch (RuntimeException failure) {
            log.warn("Refund {} did not get on: {}", refund.id(), failure.toString());
            refunds.failed(refund.id(), failure.toString());
        }
    }

    private RefundAnswer ask(ProviderRefund refund) {
        if (refund.state() != RefundState.QUEUED) {
            RefundAnswer known = provider.refundState(refund.id()).orElse(null);
            if (known != null) {
                return known;
            }
        }
        return provider.refund(charges.byId(refund.chargeId()).orElseThrow(), refund);
    }

    private void settle(ProviderRefund refund, RefundAnswer answer) {
        if (answer.state() == RefundAnswer.State.DONE) {
            transaction.executeWithoutResult(status -> {
                if (refunds.done(refund.id(), answer)) {
                    listeners.forEach(listener -> listener.settled(refund));
                    log.info("Refund {} is paid back by the provider", refund.id());
                }
            });
            return;
        }
        refunds.asked(refund.id(), answer);
        if (answer.state() == RefundAnswer.State.ABNORMAL) {
            log.error("The provider cannot pay refund {} back ({}): see to it there", refund.id(), answer.said());
        }
    }
}
