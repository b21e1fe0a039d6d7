package io.microecommerce.local.wechatpay.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a callback's resource is encrypted in, AEAD_AES_256_GCM.
 *
 * @param apiV3Key 32 characters, known to the merchant
 */
public record Envelope(String apiV3Key) {

    private static final int TAG_BITS = 128;
    private static final int NONCE_CHARACTERS = 12;

    public Envelope {
        if (apiV3Key.getBytes(StandardCharsets.UTF_8).length != 32) {
            throw new IllegalArgumentException("An APIv3 key has 32 bytes");
        }
    }

    /** The {@code resource} of a callback. */
    public Map<String, Object> seal(String originalType, String plaintext) {
        String nonce = PlatformKey.nonce(NONCE_CHARACTERS);
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("original_type", originalType);
        resource.put("algorithm", "AEAD_AES_256_GCM");
        resource.put("ciphertext", encrypt(plaintext, nonce, originalType));
        resource.put("associated_data", originalType);
        resource.put("nonce", nonce);
        return resource;
    }

    private String encrypt(String plaintext, String nonce, String associatedData) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(apiV3Key.getBytes(StandardCharsets.UTF_8), "AES"),
                    new GCMParameterSpec(TAG_BITS, nonce.getBytes(StandardCharsets.UTF_8)));
            cipher.updateAAD(associatedData.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(cipher.doFinal(plaintext.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("every JDK encrypts with AES-GCM", failed);
        }
    }

    /** The key is a secret. */
    @Override
    public String toString() {
        return "Envelope";
    }
}
