package io.microecommerce.local.wechatpay.books;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One trade.
 *
 * @param outTradeNo the merchant's number of it
 * @param code what the QR code ends with
 * @param description what is bought, as the person reads it
 * @param attach given back to the merchant as it came
 * @param total what is asked for, in minor units
 * @param expiresAt nobody can pay it from then on; null: never
 * @param capture null until it is paid
 */
public record Trade(
        String outTradeNo,
        String code,
        String description,
        @Nullable String attach,
        long total,
        String currency,
        String notifyUrl,
        @Nullable Instant expiresAt,
        Instant createdAt,
        TradeState state,
        @Nullable Capture capture) {

    public Trade {
        if (state.captured() != (capture != null)) {
            throw new IllegalArgumentException(outTradeNo + " is " + state + " and captured " + capture);
        }
    }

    /**
     * The money that was taken: what was asked for, unless a test had it otherwise.
     *
     * @param transactionId our number of it
     */
    public record Capture(String transactionId, long total, String currency, Instant at) {}

    /** What the merchant shows as a QR code. */
    public String codeUrl() {
        return "weixin://wxpay/bizpayurl?pr=" + code;
    }

    /** Whether a person can no longer pay it because of its age. */
    public boolean expired(Instant now) {
        return state == TradeState.NOTPAY && expiresAt != null && !now.isBefore(expiresAt);
    }

    Trade closed() {
        return with(TradeState.CLOSED, null);
    }

    /** Paid. */
    public Trade captured(Capture taken) {
        return with(TradeState.SUCCESS, taken);
    }

    Trade refunded() {
        return with(TradeState.REFUND, capture);
    }

    Trade earlier(Duration by) {
        Capture taken = capture;
        return taken == null
                ? this
                : with(
                        state,
                        new Capture(
                                taken.transactionId(),
                                taken.total(),
                                taken.currency(),
                                taken.at().minus(by)));
    }

    private Trade with(TradeState next, @Nullable Capture taken) {
        return new Trade(
                outTradeNo, code, description, attach, total, currency, notifyUrl, expiresAt, createdAt, next, taken);
    }

    /** Whether asking for it again asks for the same. */
    boolean same(Trade other) {
        return description.equals(other.description)
                && total == other.total
                && currency.equals(other.currency)
                && notifyUrl.equals(other.notifyUrl);
    }
}
