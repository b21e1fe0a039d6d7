package io.microecommerce.payment.provider;

import io.microecommerce.api.money.Money;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A provider of the test's own, so that it can be told to be silent, late or wrong at the very moment that a test is about. */
public final class ScriptedProvider implements Provider {

    private final Map<String, Trade> trades = new HashMap<>();
    private final Map<String, RefundAnswer.State> refunds = new HashMap<>();

    /** How often each refund was asked for. */
    final Map<String, Integer> asked = new HashMap<>();

    /** What the next refunds come to. */
    RefundAnswer.State nextRefund = RefundAnswer.State.DONE;

    /** Nobody answers. */
    boolean silent;

    /** What the customer does between a query and the close that follows it. */
    @Nullable
    Runnable beforeClose;

    public static Trade captured(String id, Money amount) {
        return new Trade(
                id,
                Trade.State.CAPTURED,
                true,
                "t-" + id,
                amount.minor(),
                amount.currency(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    public void take(String id, Money amount) {
        trades.put(id, captured(id, amount));
    }

    @Override
    public boolean available() {
        return true;
    }

    @Override
    public boolean takes(Money amount) {
        return true;
    }

    @Override
    public String prepay(Charge charge) {
        requireAwake();
        trades.putIfAbsent(charge.id(), new Trade(charge.id(), Trade.State.OPEN, true, null, null, null, null));
        return "weixin://" + charge.id();
    }

    @Override
    public Optional<Trade> query(String chargeId) {
        requireAwake();
        return Optional.ofNullable(trades.get(chargeId));
    }

    @Override
    public boolean close(String chargeId) {
        requireAwake();
        if (beforeClose != null) {
            beforeClose.run();
        }
        Trade trade = trades.get(chargeId);
        if (trade != null && trade.state() == Trade.State.CAPTURED) {
            return false;
        }
        trades.put(chargeId, new Trade(chargeId, Trade.State.CLOSED, true, null, null, null, null));
        return true;
    }

    @Override
    public RefundAnswer refund(Charge charge, ProviderRefund refund) {
        asked.merge(refund.id(), 1, Integer::sum);
        refunds.put(refund.id(), nextRefund);
        // It may have done it, and nobody hears of it.
        requireAwake();
        return new RefundAnswer(nextRefund, "p-" + refund.id(), nextRefund.name());
    }

    @Override
    public Optional<RefundAnswer> refundState(String refundId) {
        requireAwake();
        refunds.computeIfPresent(refundId, (id, state) -> nextRefund);
        return Optional.ofNullable(refunds.get(refundId))
                .map(state -> new RefundAnswer(state, "p-" + refundId, state.name()));
    }

    private void requireAwake() {
        if (silent) {
            throw new ProviderException("silent", null);
        }
    }
}
