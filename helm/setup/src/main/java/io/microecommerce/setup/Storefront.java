package io.microecommerce.setup;

import io.microecommerce.local.process.CannotStartException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The REST API of the gateway, as a storefront calls it. */
final class Storefront {

    private static final Duration WITHIN = Duration.ofMinutes(3);
    private static final String JSON = "application/json";

    private final String gateway;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** @param gateway such as {@code http://gateway} */
    Storefront(String gateway) {
        this.gateway = gateway;
    }

    /** What the gateway answered. */
    record Answer(int status, String body) {

        /** A text field of the body, the first of that name. */
        String field(String name) {
            Matcher found =
                    Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(body);
            if (!found.find()) {
                throw new CannotStartException("there is no " + name + " in " + body);
            }
            return found.group(1);
        }

        Answer expect(int wanted, String what) {
            if (status != wanted) {
                throw new CannotStartException(what + " was answered " + status + " " + body);
            }
            return this;
        }
    }

    /** Waits until the whole platform says that it is up. */
    String awaitHealth() throws InterruptedException {
        Answer healthy = await("/health", "", answer -> answer.status() == 200);
        return "healthy: " + healthy.body();
    }

    /** Asks again and again, for what happens by itself. */
    Answer await(String path, String token, Predicate<Answer> wanted) throws InterruptedException {
        long deadline = System.nanoTime() + WITHIN.toNanos();
        while (true) {
            Answer answer = send("GET", path, token, "", "");
            if (wanted.test(answer)) {
                return answer;
            }
            if (System.nanoTime() > deadline) {
                throw new CannotStartException(
                        gateway + path + " still answers " + answer.status() + " " + answer.body());
            }
            TimeUnit.SECONDS.sleep(1);
        }
    }

    Answer post(String path, String token, String key, String body) throws InterruptedException {
        return send("POST", path, token, key, body);
    }

    Answer delete(String path, String token) throws InterruptedException {
        return send("DELETE", path, token, "", "");
    }

    /** A gateway that is not there yet answers 0. */
    private Answer send(String method, String path, String token, String key, String body) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(gateway + path))
                .timeout(Duration.ofSeconds(20))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", JSON);
        }
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException away) {
            return new Answer(0, away.toString());
        }
    }
}
