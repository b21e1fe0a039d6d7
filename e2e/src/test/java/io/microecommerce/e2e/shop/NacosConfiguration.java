package io.microecommerce.e2e.shop;

import io.microecommerce.local.launcher.Platform;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Changes configuration in Nacos as an operator does in its console. */
public final class NacosConfiguration {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Platform platform;

    public NacosConfiguration(Platform platform) {
        this.platform = platform;
    }

    public void publish(String dataId, String content) {
        String token = JSON.readTree(post(
                        "/nacos/v3/auth/user/login",
                        Map.of("username", "nacos", "password", platform.secret("nacos-admin.password")),
                        ""))
                .at("/accessToken")
                .asString();
        post(
                "/nacos/v3/admin/cs/config",
                Map.of("dataId", dataId, "groupName", "DEFAULT_GROUP", "content", content, "type", "properties"),
                token);
    }

    private String post(String path, Map<String, String> form, String token) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + platform.port("nacos") + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("accessToken", token)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("Nacos answered " + response.statusCode() + ": " + response.body());
            }
            return response.body();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }
}
