package io.microecommerce.payment.provider;

import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.payment.ProviderCallback;
import io.microecommerce.payment.provider.Trade.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The use case: the provider tells us something. It only records; workers do what follows. What contradicts our rows is recorded
 * and not believed, and the provider hears that we have it, so that it does not repeat it for ever: we ask it ourselves.
 */
@Service
public class HearProvider {

    private static final Logger log = LoggerFactory.getLogger(HearProvider.class);

    private final CallbackReader reader;
    private final ProviderEvents events;
    private final Captures captures;
    private final RefundWork refunds;
    private final TransactionTemplate transaction;

    HearProvider(
            CallbackReader reader,
            ProviderEvents events,
            Captures captures,
            RefundWork refunds,
            TransactionTemplate transaction) {
        this.reader = reader;
        this.events = events;
        this.captures = captures;
        this.refunds = refunds;
        this.transaction = transaction;
    }

    /** @throws Refusal {@code CALLBACK_FORGED}: nothing was changed */
    public void hear(ProviderCallback callback) throws Refusal {
        ProviderNotice notice = reader.read(callback);
        transaction.executeWithoutResult(status -> hear(notice));
    }

    private void hear(ProviderNotice notice) {
        if (notice.refundId() != null) {
            // Whatever it says: the worker asks for the state, and so believes nothing that comes out of order.
            if (events.record(notice, Verdict.TAKEN)) {
                refunds.trySoon(notice.refundId());
            }
            return;
        }
        Trade trade = notice.trade();
        if (trade == null || trade.state() != Trade.State.CAPTURED) {
            events.record(notice, Verdict.IGNORED);
            return;
        }
        Verdict verdict = captures.judge(trade);
        if (!events.record(notice, verdict)) {
            log.info("Event {} of the provider came again", notice.eventId());
            return;
        }
        if (verdict == Verdict.TAKEN) {
            captures.record(trade);
        } else {
            log.error("Event {} of the provider about {} is not believed: {}", notice.eventId(), trade.id(), verdict);
        }
    }
}
