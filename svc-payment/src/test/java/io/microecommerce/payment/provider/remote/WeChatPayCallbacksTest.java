package io.microecommerce.payment.provider.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.payment.ProviderCallback;
import io.microecommerce.payment.provider.ProviderNotice;
import io.microecommerce.payment.provider.Trade;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only what WeChat Pay has signed just now is read. */
class WeChatPayCallbacksTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final String SERIAL = "PUB_KEY_ID_1";
    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final String CAPTURE =
            """
            {"mchid":"merchant","appid":"app","out_trade_no":"payment-1","transaction_id":"t-1","trade_type":"NATIVE",
             "trade_state":"SUCCESS","success_time":"2026-01-02T11:04:00+08:00",
             "amount":{"total":8900,"payer_total":8900,"currency":"CNY","payer_currency":"CNY"}}""";

    @TempDir
    static Path folder;

    private static KeyPair weChat;
    private static KeyPair stranger;
    private static WeChatPayCallbacks callbacks;

    @BeforeAll
    static void keys() throws GeneralSecurityException, IOException {
        KeyPairGenerator pairs = KeyPairGenerator.getInstance("RSA");
        pairs.initialize(2048);
        weChat = pairs.generateKeyPair();
        stranger = pairs.generateKeyPair();
        WeChatPayAccount account = new WeChatPayAccount(new WeChatPayProperties(
                true,
                URI.create("http://127.0.0.1:9"),
                "merchant",
                "app",
                "0123456789ABCDEF",
                pem("merchant.pem", "PRIVATE KEY", stranger.getPrivate()),
                KEY,
                SERIAL,
                pem("platform.pem", "PUBLIC KEY", weChat.getPublic()),
                URI.create("http://127.0.0.1:9/callback"),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1)));
        callbacks = new WeChatPayCallbacks(account, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void readsACapture() throws GeneralSecurityException {
        ProviderNotice notice =
                callbacks.read(signed(weChat, SERIAL, NOW, envelope("TRANSACTION.SUCCESS", CAPTURE, KEY)));

        assertThat(notice.eventId()).isEqualTo("event-1");
        assertThat(notice.trade())
                .isEqualTo(new Trade(
                        "payment-1",
                        Trade.State.CAPTURED,
                        true,
                        "t-1",
                        8_900L,
                        "CNY",
                        Instant.parse("2026-01-02T03:04:00Z")));
    }

    @Test
    void readsWhichRefundIsMeant() throws GeneralSecurityException {
        String refund =
                """
                {"mchid":"merchant","out_trade_no":"payment-1","transaction_id":"t-1","out_refund_no":"refund-1",
                 "refund_id":"r-1","refund_status":"SUCCESS","success_time":"2026-01-02T11:04:00+08:00",
                 "amount":{"total":8900,"refund":8900,"payer_total":8900,"payer_refund":8900}}""";

        ProviderNotice notice = callbacks.read(signed(weChat, SERIAL, NOW, envelope("REFUND.SUCCESS", refund, KEY)));

        assertThat(notice.refundId()).isEqualTo("refund-1");
        assertThat(notice.trade()).isNull();
    }

    @Test
    void seesThatAnotherMerchantIsMeant() throws GeneralSecurityException {
        String others = CAPTURE.replace("\"merchant\"", "\"another\"");

        ProviderNotice notice =
                callbacks.read(signed(weChat, SERIAL, NOW, envelope("TRANSACTION.SUCCESS", others, KEY)));

        assertThat(notice.trade()).extracting(Trade::ours).isEqualTo(false);
    }

    @Test
    void turnsAwayWhatSomebodyElseHasSigned() throws GeneralSecurityException {
        assertForged(signed(stranger, SERIAL, NOW, envelope("TRANSACTION.SUCCESS", CAPTURE, KEY)));
    }

    @Test
    void turnsAwayAnUnknownSerial() throws GeneralSecurityException {
        assertForged(signed(weChat, "PUB_KEY_ID_2", NOW, envelope("TRANSACTION.SUCCESS", CAPTURE, KEY)));
    }

    @Test
    void turnsAwayWhatWasSignedLongAgoOrLongAhead() throws GeneralSecurityException {
        String envelope = envelope("TRANSACTION.SUCCESS", CAPTURE, KEY);

        callbacks.read(signed(weChat, SERIAL, NOW.minusSeconds(299), envelope));
        assertForged(signed(weChat, SERIAL, NOW.minusSeconds(301), envelope));
        assertForged(signed(weChat, SERIAL, NOW.plusSeconds(301), envelope));
    }

    @Test
    void turnsAwayABodyThatWasChanged() throws GeneralSecurityException {
        ProviderCallback signed = signed(weChat, SERIAL, NOW, envelope("TRANSACTION.SUCCESS", CAPTURE, KEY));
        byte[] changed = new String(signed.body(), StandardCharsets.UTF_8)
                .replace("event-1", "event-2")
                .getBytes(StandardCharsets.UTF_8);

        assertForged(new ProviderCallback(changed, SERIAL, signed.timestamp(), signed.nonce(), signed.signature()));
    }

    @Test
    void turnsAwayWhatCannotBeDecryptedOrIsNoMessage() throws GeneralSecurityException {
        assertForged(signed(weChat, SERIAL, NOW, envelope("TRANSACTION.SUCCESS", CAPTURE, KEY.replace('0', '9'))));
        for (String body :
                new String[] {"", "{}", "[]", "nonsense", "{\"id\":\"event-1\",\"event_type\":\"TRANSACTION.SUCCESS\"}"
                }) {
            assertForged(signed(weChat, SERIAL, NOW, body));
        }
        assertForged(new ProviderCallback(new byte[0], "-", "-", "-", "-"));
    }

    private static void assertForged(ProviderCallback callback) {
        assertThatThrownBy(() -> callbacks.read(callback))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.CALLBACK_FORGED));
    }

    private static ProviderCallback signed(KeyPair signer, String serial, Instant at, String body)
            throws GeneralSecurityException {
        String timestamp = Long.toString(at.getEpochSecond());
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(signer.getPrivate());
        signature.update((timestamp + "\nnonce\n" + body + "\n").getBytes(StandardCharsets.UTF_8));
        return new ProviderCallback(
                body.getBytes(StandardCharsets.UTF_8),
                serial,
                timestamp,
                "nonce",
                Base64.getEncoder().encodeToString(signature.sign()));
    }

    private static String envelope(String type, String resource, String key) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "AES"),
                new GCMParameterSpec(128, "abcdefghijkl".getBytes(StandardCharsets.UTF_8)));
        cipher.updateAAD("transaction".getBytes(StandardCharsets.UTF_8));
        return """
               {"id":"event-1","create_time":"2026-01-02T11:04:00+08:00","event_type":"%s","resource_type":"encrypt-resource",
                "summary":"-","resource":{"algorithm":"AEAD_AES_256_GCM","original_type":"transaction",
                "associated_data":"transaction","nonce":"abcdefghijkl","ciphertext":"%s"}}"""
                .formatted(
                        type,
                        Base64.getEncoder().encodeToString(cipher.doFinal(resource.getBytes(StandardCharsets.UTF_8))));
    }

    private static Path pem(String name, String what, Key key) throws IOException {
        return Files.writeString(
                folder.resolve(name),
                "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                        + "\n-----END " + what + "-----\n");
    }
}
