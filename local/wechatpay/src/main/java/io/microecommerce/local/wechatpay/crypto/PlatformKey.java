package io.microecommerce.local.wechatpay.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What WeChat Pay signs its answers and callbacks with.
 *
 * @param id {@code PUB_KEY_ID_…}, by which the merchant knows which key to verify with
 */
public record PlatformKey(String id, PrivateKey key) {

    public static final String SIGNATURE_TYPE = "WECHATPAY2-SHA256-RSA2048";

    private static final SecureRandom RANDOM = new SecureRandom();

    /** The headers that go with such a body. */
    public Map<String, String> headers(String body, Instant at) {
        String timestamp = Long.toString(at.getEpochSecond());
        String nonce = nonce(32);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Wechatpay-Serial", id);
        headers.put("Wechatpay-Timestamp", timestamp);
        headers.put("Wechatpay-Nonce", nonce);
        headers.put("Wechatpay-Signature", sign(timestamp + "\n" + nonce + "\n" + body + "\n"));
        headers.put("Wechatpay-Signature-Type", SIGNATURE_TYPE);
        headers.put("Request-ID", nonce(20));
        return headers;
    }

    /** Random letters and digits. */
    static String nonce(int length) {
        byte[] bytes = new byte[(length + 1) / 2];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().withUpperCase().formatHex(bytes).substring(0, length);
    }

    private String sign(String message) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(message.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("every JDK signs with RSA", failed);
        }
    }
}
