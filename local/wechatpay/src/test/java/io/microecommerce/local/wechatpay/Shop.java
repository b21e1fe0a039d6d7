package io.microecommerce.local.wechatpay;

import com.sun.net.httpserver.HttpServer;
import com.wechat.pay.java.core.RSAPublicKeyConfig;
import com.wechat.pay.java.core.http.DefaultHttpClientBuilder;
import com.wechat.pay.java.core.notification.NotificationParser;
import com.wechat.pay.java.core.notification.RequestParam;
import com.wechat.pay.java.service.billdownload.BillDownloadServiceExtension;
import com.wechat.pay.java.service.payments.nativepay.NativePayService;
import com.wechat.pay.java.service.payments.nativepay.model.Amount;
import com.wechat.pay.java.service.payments.nativepay.model.PrepayRequest;
import com.wechat.pay.java.service.refund.RefundService;
import com.wechat.pay.java.service.refund.model.AmountReq;
import com.wechat.pay.java.service.refund.model.CreateRequest;
import io.microecommerce.local.process.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A merchant as the official SDK makes one, with an address for callbacks, and the simulator beside him in this JVM. */
final class Shop implements AutoCloseable {

    static final String MERCHANT = "1900000109";
    static final String APP = "wxd678efh567hg6787";
    private static final String API_V3_KEY = "0123456789abcdef0123456789abcdef";
    private static final String TOKEN = "control-token";
    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;
    private final int port = freePort();
    private final KeyPair merchant = keys();
    private final KeyPair platform = keys();
    private final HttpServer receiver;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final HttpClient browser = HttpClient.newHttpClient();
    private final com.wechat.pay.java.core.http.HttpClient http;
    private final RSAPublicKeyConfig config;
    private volatile int receiverAnswers = 204;
    private WeChatPaySimulator simulator;

    /** A callback as it came. */
    record Received(Map<String, String> headers, String body) {

        String id() {
            return JSON.readTree(body).at("/id").asString();
        }
    }

    private Shop(Path folder) throws Exception {
        this.folder = folder;
        Files.writeString(folder.resolve("merchant.pub.pem"), pem("PUBLIC KEY", merchant.getPublic()));
        Files.writeString(folder.resolve("platform.key.pem"), pem("PRIVATE KEY", platform.getPrivate()));
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            Map<String, String> headers = new LinkedHashMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(), values.get(0)));
            received.add(new Received(
                    headers, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(receiverAnswers, -1);
            exchange.close();
        });
        receiver.start();
        config = new RSAPublicKeyConfig.Builder()
                .merchantId(MERCHANT)
                .merchantSerialNumber("5157F09EFDC096DE15EBE81A47057A7232F1B8E1")
                .privateKey(merchant.getPrivate())
                .publicKey(platform.getPublic())
                .publicKeyId("PUB_KEY_ID_0119000001092026010100382100000001")
                .apiV3Key(API_V3_KEY)
                .build();
        http = http(config);
    }

    /** Keeps everything in that folder. */
    static Shop open(Path folder) throws Exception {
        Shop shop = new Shop(folder);
        shop.start();
        return shop;
    }

    /** Without the simulator, for a test that runs it as a process. */
    static Shop closed(Path folder) throws Exception {
        return new Shop(folder);
    }

    void start() throws IOException {
        simulator = WeChatPaySimulator.start(new Environment(environment()));
    }

    Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("WECHATPAY_PORT", Integer.toString(port));
        environment.put("WECHATPAY_FILE", books().toString());
        environment.put("WECHAT_PAY_MERCHANT_ID", MERCHANT);
        environment.put("WECHAT_PAY_APP_ID", APP);
        environment.put("WECHAT_PAY_MERCHANT_SERIAL", "5157F09EFDC096DE15EBE81A47057A7232F1B8E1");
        environment.put(
                "WECHAT_PAY_MERCHANT_PUBLIC_KEY",
                folder.resolve("merchant.pub.pem").toString());
        environment.put(
                "WECHAT_PAY_PLATFORM_KEY", folder.resolve("platform.key.pem").toString());
        environment.put("WECHAT_PAY_PUBLIC_KEY_ID", "PUB_KEY_ID_0119000001092026010100382100000001");
        environment.put("WECHAT_PAY_API_V3_KEY", API_V3_KEY);
        environment.put("WECHATPAY_CONTROL_TOKEN", TOKEN);
        environment.put("WECHATPAY_HURRY", "150");
        environment.put("WECHATPAY_REFUND_MILLIS", "100");
        return environment;
    }

    Path books() {
        return folder.resolve("books.jsonl");
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    // ---- the SDK ---------------------------------------------------------------------------------------------------

    NativePayService payments() {
        return new NativePayService.Builder().config(config).httpClient(http).build();
    }

    RefundService refunds() {
        return new RefundService.Builder().config(config).httpClient(http).build();
    }

    BillDownloadServiceExtension bills() {
        return new BillDownloadServiceExtension.Builder()
                .httpClient(http)
                .decryptor(config.createDecryptor())
                .build();
    }

    /** Of somebody who has the merchant's number, but not his key. */
    NativePayService paymentsOfAnImpostor() throws Exception {
        RSAPublicKeyConfig impostor = new RSAPublicKeyConfig.Builder()
                .merchantId(MERCHANT)
                .merchantSerialNumber("5157F09EFDC096DE15EBE81A47057A7232F1B8E1")
                .privateKey(keys().getPrivate())
                .publicKey(platform.getPublic())
                .publicKeyId("PUB_KEY_ID_0119000001092026010100382100000001")
                .apiV3Key(API_V3_KEY)
                .build();
        return new NativePayService.Builder()
                .config(impostor)
                .httpClient(http(impostor))
                .build();
    }

    PrepayRequest order(String number, int total) {
        Amount amount = new Amount();
        amount.setTotal(total);
        amount.setCurrency("CNY");
        PrepayRequest request = new PrepayRequest();
        request.setMchid(MERCHANT);
        request.setAppid(APP);
        request.setOutTradeNo(number);
        request.setDescription("Tea <green> & one \"cup\"");
        request.setNotifyUrl(notifyUrl());
        request.setAmount(amount);
        return request;
    }

    /** Opens a trade and gives what is scanned. */
    String prepay(String number, int total) {
        return payments().prepay(order(number, total)).getCodeUrl();
    }

    CreateRequest refundOf(String number, String refundNumber, long amount, long total) {
        AmountReq amounts = new AmountReq();
        amounts.setRefund(amount);
        amounts.setTotal(total);
        amounts.setCurrency("CNY");
        CreateRequest request = new CreateRequest();
        request.setOutTradeNo(number);
        request.setOutRefundNo(refundNumber);
        request.setNotifyUrl(notifyUrl());
        request.setAmount(amounts);
        return request;
    }

    /** What the SDK's own parser makes of a callback; it throws for a forged one. */
    <T> T parsed(Received callback, Class<T> type) {
        return new NotificationParser(config)
                .parse(
                        new RequestParam.Builder()
                                .serialNumber(callback.headers().get("wechatpay-serial"))
                                .nonce(callback.headers().get("wechatpay-nonce"))
                                .timestamp(callback.headers().get("wechatpay-timestamp"))
                                .signature(callback.headers().get("wechatpay-signature"))
                                .signType(callback.headers().get("wechatpay-signature-type"))
                                .body(callback.body())
                                .build(),
                        type);
    }

    private com.wechat.pay.java.core.http.HttpClient http(RSAPublicKeyConfig of) {
        return new DefaultHttpClientBuilder()
                .config(of)
                .okHttpClient(new OkHttpClient.Builder()
                        .retryOnConnectionFailure(false)
                        .addInterceptor(chain -> {
                            HttpUrl there = chain.request()
                                    .url()
                                    .newBuilder()
                                    .scheme("http")
                                    .host("127.0.0.1")
                                    .port(port)
                                    .build();
                            return chain.proceed(
                                    chain.request().newBuilder().url(there).build());
                        })
                        .build())
                .build();
    }

    // ---- the person, the receiver and the control API --------------------------------------------------------------

    String notifyUrl() {
        return "http://127.0.0.1:" + receiver.getAddress().getPort() + "/callback";
    }

    void receiverAnswers(int status) {
        receiverAnswers = status;
    }

    List<Received> received() {
        return received;
    }

    String path(String codeUrl) {
        return "/pay/" + codeUrl.substring(codeUrl.indexOf("pr=") + 3);
    }

    String page(String codeUrl) {
        return call(HttpRequest.newBuilder(address(path(codeUrl))).GET()).body();
    }

    /** Presses the button. */
    void confirm(String codeUrl) {
        call(HttpRequest.newBuilder(address(path(codeUrl))).POST(HttpRequest.BodyPublishers.noBody()));
    }

    JsonNode control(String method, String path, String body) {
        HttpResponse<String> answer = call(HttpRequest.newBuilder(address("/control" + path))
                .header("Authorization", "Bearer " + TOKEN)
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    HttpResponse<String> call(HttpRequest.Builder request) {
        try {
            return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() throws IOException {
        receiver.stop(0);
        if (simulator != null) {
            simulator.close();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    private static KeyPair keys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static String pem(String kind, Key key) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                + "\n-----END " + kind + "-----\n";
    }
}
