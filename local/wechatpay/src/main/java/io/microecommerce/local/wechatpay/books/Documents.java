package io.microecommerce.local.wechatpay.books;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Trades and refunds as API v3 and its callbacks show them. */
public final class Documents {

    /** WeChat's clock. */
    public static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX").withZone(BEIJING);

    private final String merchantId;
    private final String appId;

    public Documents(String merchantId, String appId) {
        this.merchantId = merchantId;
        this.appId = appId;
    }

    public static String time(Instant at) {
        return TIME.format(at);
    }

    /** A transaction, as a query and a callback show it. */
    public Map<String, Object> transaction(Trade trade) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("appid", appId);
        shown.put("mchid", merchantId);
        shown.put("out_trade_no", trade.outTradeNo());
        shown.put("trade_state", trade.state().name());
        shown.put("trade_state_desc", inWords(trade.state()));
        put(shown, "attach", trade.attach());
        Trade.Capture capture = trade.capture();
        Map<String, Object> amount = new LinkedHashMap<>();
        if (capture == null) {
            amount.put("total", trade.total());
            amount.put("currency", trade.currency());
        } else {
            shown.put("transaction_id", capture.transactionId());
            shown.put("trade_type", "NATIVE");
            shown.put("bank_type", "OTHERS");
            shown.put("success_time", time(capture.at()));
            shown.put("payer", Map.of("openid", "oSimulatedPayer0000000000001"));
            amount.put("total", capture.total());
            amount.put("payer_total", capture.total());
            amount.put("currency", capture.currency());
            amount.put("payer_currency", capture.currency());
        }
        shown.put("amount", amount);
        return shown;
    }

    /** A refund, as its creation and its query show it. */
    public static Map<String, Object> refund(Refund refund, Trade trade) {
        Trade.Capture capture = captureOf(trade);
        Map<String, Object> shown = numbers(refund, capture);
        shown.put("channel", "ORIGINAL");
        shown.put("user_received_account", "零钱");
        if (refund.state() == RefundState.SUCCESS) {
            put(shown, "success_time", refund.endedAt() == null ? null : time(refund.endedAt()));
        }
        shown.put("create_time", time(refund.createdAt()));
        shown.put("status", refund.state().name());
        shown.put("funds_account", "AVAILABLE");
        Map<String, Object> amount = amounts(refund, capture);
        amount.put("settlement_refund", refund.amount());
        amount.put("settlement_total", capture.total());
        amount.put("discount_refund", 0);
        amount.put("currency", capture.currency());
        shown.put("amount", amount);
        return shown;
    }

    /** A refund, as a callback tells it: WeChat names no currency there. */
    public Map<String, Object> refundCallback(Refund refund, Trade trade) {
        Trade.Capture capture = captureOf(trade);
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("mchid", merchantId);
        shown.putAll(numbers(refund, capture));
        shown.put("refund_status", refund.state().name());
        if (refund.state() == RefundState.SUCCESS) {
            put(shown, "success_time", refund.endedAt() == null ? null : time(refund.endedAt()));
        }
        shown.put("user_received_account", "零钱");
        shown.put("amount", amounts(refund, capture));
        return shown;
    }

    private static Map<String, Object> numbers(Refund refund, Trade.Capture capture) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("refund_id", refund.refundId());
        shown.put("out_refund_no", refund.outRefundNo());
        shown.put("transaction_id", capture.transactionId());
        shown.put("out_trade_no", refund.outTradeNo());
        return shown;
    }

    private static Map<String, Object> amounts(Refund refund, Trade.Capture capture) {
        Map<String, Object> amount = new LinkedHashMap<>();
        amount.put("total", capture.total());
        amount.put("refund", refund.amount());
        amount.put("payer_total", capture.total());
        amount.put("payer_refund", refund.amount());
        return amount;
    }

    private static Trade.Capture captureOf(Trade trade) {
        Trade.Capture capture = trade.capture();
        if (capture == null) {
            throw new IllegalStateException(trade.outTradeNo() + " has a refund and no capture");
        }
        return capture;
    }

    private static String inWords(TradeState state) {
        return switch (state) {
            case NOTPAY -> "订单未支付";
            case SUCCESS -> "支付成功";
            case REFUND -> "订单发生过退款，退款详情请查询退款单";
            case CLOSED -> "订单已关闭";
        };
    }

    private static void put(Map<String, Object> shown, String name, @Nullable String value) {
        if (value != null) {
            shown.put(name, value);
        }
    }
}
