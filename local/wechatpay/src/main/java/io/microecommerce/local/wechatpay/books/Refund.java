package io.microecommerce.local.wechatpay.books;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One refund.
 *
 * @param outRefundNo the merchant's number of it
 * @param refundId our number of it
 * @param amount in minor units of the trade's currency
 * @param notifyUrl where its end is told; null: nowhere
 * @param endsAt when it ends by itself; null: when it is told to
 * @param endsAs what it then becomes
 * @param endedAt null while it is PROCESSING
 */
public record Refund(
        String outRefundNo,
        String refundId,
        String outTradeNo,
        long amount,
        @Nullable String reason,
        @Nullable String notifyUrl,
        Instant createdAt,
        RefundState state,
        @Nullable Instant endsAt,
        RefundState endsAs,
        @Nullable Instant endedAt) {

    public Refund {
        if ((state == RefundState.PROCESSING) != (endedAt == null)) {
            throw new IllegalArgumentException(outRefundNo + " is " + state + " and ended at " + endedAt);
        }
    }

    Refund ended(RefundState end, Instant at) {
        return new Refund(
                outRefundNo, refundId, outTradeNo, amount, reason, notifyUrl, createdAt, end, null, endsAs, at);
    }

    Refund earlier(Duration by) {
        return new Refund(
                outRefundNo,
                refundId,
                outTradeNo,
                amount,
                reason,
                notifyUrl,
                createdAt.minus(by),
                state,
                endsAt,
                endsAs,
                endedAt == null ? null : endedAt.minus(by));
    }

    boolean isDue(Instant now) {
        return state == RefundState.PROCESSING && endsAt != null && !now.isBefore(endsAt);
    }
}
