package io.microecommerce.local.launcher.wechatpay;

import io.microecommerce.local.launcher.Platform;
import io.microecommerce.local.launcher.installation.PlatformException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks to the WeChat Pay simulator of a platform as the person who pays, and as the test that makes it misbehave. What it is
 * told is JSON as its ControlApi documents; amounts are minor units.
 */
public final class WeChatPayControl {

    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(30);
    private static final String CODE = "pr=";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ANSWERED_WITHIN)
            .build();
    private final JsonMapper json = new JsonMapper();
    private final URI address;
    private final String token;

    private WeChatPayControl(URI address, String token) {
        this.address = address;
        this.token = token;
    }

    /** That of the platform's component {@code wechatpay}. */
    public static WeChatPayControl of(Platform platform) {
        return new WeChatPayControl(
                URI.create("http://127.0.0.1:" + platform.port("wechatpay")),
                platform.secret("wechatpay-control.token"));
    }

    /** Where a person confirms the payment with that code_url. */
    public URI page(String codeUrl) {
        return address.resolve("/pay/" + codeUrl.substring(codeUrl.indexOf(CODE) + CODE.length()));
    }

    /** Confirms as a person does, with the page's button. A payment that cannot be paid any more stays as it is. */
    public void confirm(String codeUrl) {
        send(HttpRequest.newBuilder(page(codeUrl)).POST(HttpRequest.BodyPublishers.noBody()), 303);
    }

    /** What it captured and refunded of a trade, and what became of its callbacks. */
    public JsonNode books(String outTradeNo) {
        return call("GET", "/control/books?out_trade_no=" + outTradeNo, "");
    }

    /** All its books. */
    public JsonNode books() {
        return call("GET", "/control/books", "");
    }

    /** Takes money for a trade, also for a closed one: {@code {}} what was asked for, or {@code {"total": 1, "currency": "USD"}}. */
    public JsonNode pay(String outTradeNo, String payment) {
        return call("POST", "/control/trade/" + outTradeNo + "/pay", payment);
    }

    /** Has money taken under a number that the shop never gave: {@code {"out_trade_no", "total", "notify_url"}}. */
    public JsonNode stray(String trade) {
        return call("POST", "/control/trade", trade);
    }

    /** As if the trade and its refunds had happened that many days ago. */
    public JsonNode backdate(String outTradeNo, int days) {
        return call("POST", "/control/trade/" + outTradeNo + "/backdate", "{\"days\": " + days + "}");
    }

    /** Ends a refund: SUCCESS, ABNORMAL or CLOSED. */
    public JsonNode endRefund(String outRefundNo, String state) {
        return call("POST", "/control/refund/" + outRefundNo, "{\"state\": \"" + state + "\"}");
    }

    /** Sends one callback now, true, false or forged; the answer tells its event_id and what the receiver answered. */
    public JsonNode callback(String claim) {
        return call("POST", "/control/callback", claim);
    }

    /** What goes wrong from now on, in place of what went wrong before. */
    public void faults(String plan) {
        call("PUT", "/control/faults", plan);
    }

    /** Nothing goes wrong any more. */
    public void heal() {
        call("DELETE", "/control/faults", "");
    }

    private JsonNode call(String method, String path, String body) {
        return json.readTree(send(
                HttpRequest.newBuilder(address.resolve(path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body)),
                200));
    }

    private String send(HttpRequest.Builder request, int expected) {
        HttpRequest call = request.timeout(ANSWERED_WITHIN).build();
        try {
            HttpResponse<String> answer = http.send(call, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != expected) {
                throw new PlatformException("WeChat Pay simulator: " + call.method() + " "
                        + call.uri().getPath() + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new PlatformException("WeChat Pay simulator: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformException("interrupted", e);
        }
    }
}
