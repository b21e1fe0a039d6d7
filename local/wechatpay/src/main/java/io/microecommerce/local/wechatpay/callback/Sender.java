package io.microecommerce.local.wechatpay.callback;

import io.microecommerce.local.wechatpay.books.Documents;
import io.microecommerce.local.wechatpay.books.Event;
import io.microecommerce.local.wechatpay.crypto.Envelope;
import io.microecommerce.local.wechatpay.crypto.PlatformKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Sends one callback once. */
public final class Sender {

    /** As long as WeChat waits. */
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(5);

    private final JsonMapper json = new JsonMapper();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ANSWERED_WITHIN)
            .build();
    private final PlatformKey platformKey;
    private final Envelope envelope;
    private final Clock clock;

    public Sender(PlatformKey platformKey, Envelope envelope, Clock clock) {
        this.platformKey = platformKey;
        this.envelope = envelope;
        this.clock = clock;
    }

    /**
     * @param status 0 when there was none
     * @param said the answer's body, or why there was none
     */
    public record Outcome(int status, String said) {

        boolean taken() {
            return status >= 200 && status < 300;
        }
    }

    public Outcome send(Event event, Forgery forgery) {
        String body = body(event, forgery);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(event.notifyUrl()))
                .timeout(ANSWERED_WITHIN)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Mozilla/4.0")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers(body, forgery).forEach(request::header);
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Outcome(answer.statusCode(), answer.body());
        } catch (IOException silent) {
            return new Outcome(0, silent.toString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Outcome(0, "this simulator stops");
        }
    }

    private String body(Event event, Forgery forgery) {
        Envelope sealing = forgery.key() ? new Envelope("0".repeat(32)) : envelope;
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", event.id());
        body.put("create_time", Documents.time(event.createdAt()));
        body.put("resource_type", "encrypt-resource");
        body.put("event_type", event.type());
        body.put("summary", event.summary());
        body.put("resource", sealing.seal(event.originalType(), event.plaintext()));
        return json.writeValueAsString(body);
    }

    private Map<String, String> headers(String body, Forgery forgery) {
        Map<String, String> headers = platformKey.headers(
                forgery.signature() ? body + " " : body, clock.instant().plusSeconds(forgery.timestampShiftSeconds()));
        if (forgery.serial() != null) {
            headers.put("Wechatpay-Serial", forgery.serial());
        }
        return headers;
    }
}
