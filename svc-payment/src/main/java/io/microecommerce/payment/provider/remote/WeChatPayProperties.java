package io.microecommerce.payment.provider.remote;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The shop's account at WeChat Pay, API v3. Whether it is the real service or a simulator is a matter of these values alone.
 *
 * @param enabled whether customers can pay by it; without it, nothing else need be set
 * @param baseUrl scheme, host and port of the API
 * @param merchantId WeChat's mchid
 * @param appId the application that payments are made in
 * @param merchantSerial serial number of our certificate, which WeChat verifies our signature with
 * @param merchantPrivateKey path of our private key, PEM
 * @param apiV3Key 32 characters; decrypts callbacks
 * @param publicKeyId of WeChat's public key, {@code PUB_KEY_ID_…}
 * @param publicKey path of WeChat's public key, PEM; verifies its answers and callbacks
 * @param notifyUrl where WeChat sends callbacks: our gateway's route for them
 * @param callWithin how long a call may take
 * @param downloadWithin how long the download of a day's statement may take
 */
@ConfigurationProperties("shop.wechat-pay")
record WeChatPayProperties(
        boolean enabled,
        @Nullable URI baseUrl,
        @Nullable String merchantId,
        @Nullable String appId,
        @Nullable String merchantSerial,
        @Nullable Path merchantPrivateKey,
        @Nullable String apiV3Key,
        @Nullable String publicKeyId,
        @Nullable Path publicKey,
        @Nullable URI notifyUrl,
        Duration callWithin,
        Duration downloadWithin) {

    /** Keys stay out of logs. */
    @Override
    public String toString() {
        return "WeChatPayProperties[" + (enabled ? baseUrl + ", merchant " + merchantId : "disabled") + "]";
    }
}
