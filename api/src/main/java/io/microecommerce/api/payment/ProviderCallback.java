package io.microecommerce.api.payment;

import io.microecommerce.api.Limits;
import java.io.Serializable;
import java.util.Arrays;

/**
 * A callback, unread: the signature covers the bytes.
 *
 * @param body at most 64 KiB
 * @param serial header {@code Wechatpay-Serial}: which key has signed
 * @param timestamp header {@code Wechatpay-Timestamp}, seconds since 1970
 * @param nonce header {@code Wechatpay-Nonce}
 * @param signature header {@code Wechatpay-Signature}, base 64
 */
public record ProviderCallback(byte[] body, String serial, String timestamp, String nonce, String signature)
        implements Serializable {

    private static final int MAX_HEADER_CHARACTERS = 1024;

    public ProviderCallback {
        body = body.clone();
        Limits.requireText("Wechatpay-Serial", serial, MAX_HEADER_CHARACTERS);
        Limits.requireText("Wechatpay-Timestamp", timestamp, MAX_HEADER_CHARACTERS);
        Limits.requireText("Wechatpay-Nonce", nonce, MAX_HEADER_CHARACTERS);
        Limits.requireText("Wechatpay-Signature", signature, MAX_HEADER_CHARACTERS);
    }

    @Override
    public byte[] body() {
        return body.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProviderCallback that
                && Arrays.equals(body, that.body)
                && serial.equals(that.serial)
                && timestamp.equals(that.timestamp)
                && nonce.equals(that.nonce)
                && signature.equals(that.signature);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(body) + signature.hashCode();
    }

    /** The body may hold personal data. */
    @Override
    public String toString() {
        return "ProviderCallback[" + body.length + " bytes]";
    }
}
