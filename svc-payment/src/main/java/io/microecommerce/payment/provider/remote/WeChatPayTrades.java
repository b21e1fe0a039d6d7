package io.microecommerce.payment.provider.remote;

import com.wechat.pay.java.service.payments.model.Transaction;
import com.wechat.pay.java.service.payments.model.Transaction.TradeTypeEnum;
import com.wechat.pay.java.service.payments.model.TransactionAmount;
import io.microecommerce.payment.provider.Trade;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** What WeChat says of a transaction, in our words. */
final class WeChatPayTrades {

    private WeChatPayTrades() {}

    /** @throws IllegalArgumentException if it is a capture that does not say of what */
    static Trade trade(Transaction transaction, WeChatPayAccount account) {
        TransactionAmount amount = transaction.getAmount();
        Integer total = amount == null ? null : amount.getTotal();
        String id = transaction.getOutTradeNo();
        if (id == null) {
            throw new IllegalArgumentException("A transaction without out_trade_no");
        }
        return new Trade(
                id,
                stateOf(transaction),
                account.merchantId().equals(transaction.getMchid())
                        && account.appId().equals(transaction.getAppid())
                        && (transaction.getTradeType() == null || transaction.getTradeType() == TradeTypeEnum.NATIVE),
                transaction.getTransactionId(),
                total == null ? null : Long.valueOf(total),
                amount == null ? null : amount.getCurrency(),
                instant(transaction.getSuccessTime()));
    }

    private static Trade.State stateOf(Transaction transaction) {
        return switch (transaction.getTradeState()) {
            // REFUND: it was captured, and some of it has gone back.
            case SUCCESS, REFUND -> Trade.State.CAPTURED;
            case NOTPAY, USERPAYING, ACCEPT -> Trade.State.OPEN;
            case CLOSED, REVOKED, PAYERROR -> Trade.State.CLOSED;
        };
    }

    private static @Nullable Instant instant(@Nullable String time) {
        try {
            return time == null ? null : OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeParseException unreadable) {
            throw new IllegalArgumentException("A time that cannot be read: " + time, unreadable);
        }
    }
}
