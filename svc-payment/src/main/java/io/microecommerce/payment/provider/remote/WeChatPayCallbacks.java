package io.microecommerce.payment.provider.remote;

import com.wechat.pay.java.core.exception.WechatPayException;
import com.wechat.pay.java.core.notification.NotificationParser;
import com.wechat.pay.java.core.notification.RequestParam;
import com.wechat.pay.java.service.payments.model.Transaction;
import com.wechat.pay.java.service.refund.model.RefundNotification;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.payment.ProviderCallback;
import io.microecommerce.payment.provider.CallbackReader;
import io.microecommerce.payment.provider.ProviderNotice;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Callbacks of WeChat Pay: signature and serial, then the time window, then AES-GCM. */
final class WeChatPayCallbacks implements CallbackReader {

    private static final Logger log = LoggerFactory.getLogger(WeChatPayCallbacks.class);

    /** As WeChat's documentation has it: what was signed longer ago may be a replay. */
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final WeChatPayAccount account;
    private final NotificationParser parser;
    private final Clock clock;

    WeChatPayCallbacks(WeChatPayAccount account, Clock clock) {
        this.account = account;
        this.parser = new NotificationParser(account.config());
        this.clock = clock;
    }

    @Override
    public ProviderNotice read(ProviderCallback callback) {
        String body = new String(callback.body(), StandardCharsets.UTF_8);
        RequestParam request = new RequestParam.Builder()
                .serialNumber(callback.serial())
                .timestamp(callback.timestamp())
                .nonce(callback.nonce())
                .signature(callback.signature())
                .body(body)
                .build();
        try {
            requireRecent(callback.timestamp());
            JsonNode envelope = JSON.readTree(body);
            String id = envelope.required("id").asString();
            String type = envelope.required("event_type").asString();
            if (type.startsWith("REFUND.")) {
                RefundNotification refund = parser.parse(request, RefundNotification.class);
                return new ProviderNotice(id, type, null, Objects.requireNonNull(refund.getOutRefundNo()));
            }
            Transaction transaction = parser.parse(request, Transaction.class);
            return new ProviderNotice(id, type, WeChatPayTrades.trade(transaction, account), null);
        } catch (WechatPayException | JacksonException | IllegalArgumentException | NullPointerException forged) {
            log.warn("A callback was turned away: {}", forged.getClass().getSimpleName());
            throw new Refusal(
                    ErrorCode.CALLBACK_FORGED,
                    "This is not signed by WeChat Pay, or not just now; nothing was changed.");
        }
    }

    private void requireRecent(String timestamp) {
        Instant signedAt = Instant.ofEpochSecond(Long.parseLong(timestamp));
        if (Duration.between(signedAt, clock.instant()).abs().compareTo(WINDOW) > 0) {
            throw new IllegalArgumentException("Signed at " + signedAt);
        }
    }
}
