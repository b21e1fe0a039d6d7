package io.microecommerce.payment.provider.remote;

import com.wechat.pay.java.core.RSAPublicKeyConfig;
import com.wechat.pay.java.core.http.DefaultHttpClientBuilder;
import com.wechat.pay.java.core.http.HttpClient;
import java.net.URI;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Our account as the SDK wants it, checked once. */
final class WeChatPayAccount {

    private final RSAPublicKeyConfig config;
    private final HttpClient http;
    private final HttpClient downloads;
    private final String merchantId;
    private final String appId;
    private final String notifyUrl;

    WeChatPayAccount(WeChatPayProperties properties) {
        merchantId = required("merchant-id", properties.merchantId());
        appId = required("app-id", properties.appId());
        notifyUrl = required("notify-url", properties.notifyUrl()).toString();
        config = new RSAPublicKeyConfig.Builder()
                .merchantId(merchantId)
                .merchantSerialNumber(required("merchant-serial", properties.merchantSerial()))
                .privateKeyFromPath(required("merchant-private-key", properties.merchantPrivateKey())
                        .toString())
                .publicKeyFromPath(
                        required("public-key", properties.publicKey()).toString())
                .publicKeyId(required("public-key-id", properties.publicKeyId()))
                .apiV3Key(required("api-v3-key", properties.apiV3Key()))
                .build();
        URI baseUrl = required("base-url", properties.baseUrl());
        http = client(config, baseUrl, properties.callWithin(), properties.callWithin());
        downloads = client(config, baseUrl, properties.callWithin(), properties.downloadWithin());
    }

    private static HttpClient client(RSAPublicKeyConfig config, URI baseUrl, Duration stepWithin, Duration callWithin) {
        int millis = Math.toIntExact(stepWithin.toMillis());
        return new DefaultHttpClientBuilder()
                .config(config)
                .okHttpClient(new OkHttpClient.Builder()
                        .addInterceptor(sendingTo(baseUrl))
                        .addInterceptor(new TracedRequests())
                        .callTimeout(callWithin)
                        .build())
                .connectTimeoutMs(millis)
                .readTimeoutMs(millis)
                .writeTimeoutMs(millis)
                .build();
    }

    RSAPublicKeyConfig config() {
        return config;
    }

    HttpClient http() {
        return http;
    }

    /** With time for a whole day's statement. */
    HttpClient downloads() {
        return downloads;
    }

    String merchantId() {
        return merchantId;
    }

    String appId() {
        return appId;
    }

    String notifyUrl() {
        return notifyUrl;
    }

    /** The SDK knows only WeChat's own hosts. The signature covers path and body, not the host. */
    private static Interceptor sendingTo(URI baseUrl) {
        return chain -> proceed(chain, baseUrl);
    }

    private static Response proceed(Interceptor.Chain chain, URI baseUrl) throws java.io.IOException {
        HttpUrl base = HttpUrl.get(baseUrl);
        if (base == null) {
            throw new IllegalStateException("shop.wechat-pay.base-url is no URL of HTTP: " + baseUrl);
        }
        HttpUrl there = chain.request()
                .url()
                .newBuilder()
                .scheme(base.scheme())
                .host(base.host())
                .port(base.port())
                .build();
        return chain.proceed(chain.request().newBuilder().url(there).build());
    }

    private static <T> T required(String name, @Nullable T value) {
        if (value == null || value.toString().isBlank()) {
            throw new IllegalStateException(
                    "shop.wechat-pay." + name + " must be set where shop.wechat-pay.enabled is true");
        }
        return value;
    }
}
