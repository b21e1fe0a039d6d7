package io.microecommerce.local.wechatpay.crypto;

import io.microecommerce.local.wechatpay.books.RefusedException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one merchant, and how his requests are known to be his.
 *
 * @param id the mchid
 * @param serial of his certificate
 * @param key of his certificate
 */
public record Merchant(String id, String appId, String serial, PublicKey key) {

    private static final Pattern FIELD = Pattern.compile("(\\w+)=\"([^\"]*)\"");
    private static final Duration WINDOW = Duration.ofMinutes(5);

    /**
     * Verifies the Authorization of a request.
     *
     * @param target path and query, as they were sent
     */
    public void requireSigned(
            @Nullable String authorization, String method, String target, String body, Instant receivedAt) {
        if (authorization == null || !authorization.startsWith(PlatformKey.SIGNATURE_TYPE + " ")) {
            throw refused("Http头Authorization值格式错误，请参考《微信支付商户REST API签名规则》");
        }
        Map<String, String> fields = new HashMap<>();
        Matcher matcher = FIELD.matcher(authorization);
        while (matcher.find()) {
            fields.put(matcher.group(1), matcher.group(2));
        }
        if (!id.equals(fields.get("mchid")) || !serial.equals(fields.get("serial_no"))) {
            throw refused("商户号或商户证书序列号有误");
        }
        String timestamp = fields.getOrDefault("timestamp", "");
        if (!isAround(timestamp, receivedAt)) {
            throw refused("Http头Authorization中的timestamp与发起请求的时间不得超过5分钟");
        }
        String message = method + "\n" + target + "\n" + timestamp + "\n" + fields.getOrDefault("nonce_str", "") + "\n"
                + body + "\n";
        if (!verify(message, fields.getOrDefault("signature", ""))) {
            throw refused("签名错误，请检查后再试");
        }
    }

    private static boolean isAround(String timestamp, Instant receivedAt) {
        try {
            Instant signedAt = Instant.ofEpochSecond(Long.parseLong(timestamp));
            return Duration.between(signedAt, receivedAt).abs().compareTo(WINDOW) <= 0;
        } catch (NumberFormatException | ArithmeticException | java.time.DateTimeException notATime) {
            return false;
        }
    }

    private boolean verify(String message, String signed) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(key);
            signature.update(message.getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(signed));
        } catch (GeneralSecurityException | IllegalArgumentException notASignature) {
            return false;
        }
    }

    private static RefusedException refused(String message) {
        return new RefusedException(401, "SIGN_ERROR", message);
    }
}
