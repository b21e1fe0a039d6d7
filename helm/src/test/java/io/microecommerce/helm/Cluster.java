package io.microecommerce.helm;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** As much of the Kubernetes API as Helm's {@code lookup} asks for: Secrets. Empty until a test puts one there. */
final class Cluster {

    private static final String SECRETS = "/api/v1/namespaces/" + Charts.NAMESPACE + "/secrets/";
    private static final Cluster ONLY = new Cluster();

    private final Map<String, Map<String, String>> secrets = new ConcurrentHashMap<>();

    private Cluster() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                String answer = answer(exchange.getRequestURI().getPath());
                byte[] body = (answer.isEmpty() ? status404() : answer).getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(answer.isEmpty() ? 404 : 200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
            Path config = Path.of(System.getenv("KUBECONFIG"));
            Files.createDirectories(config.getParent());
            Files.writeString(
                    config,
                    """
                    apiVersion: v1
                    kind: Config
                    clusters: [{name: test, cluster: {server: "http://127.0.0.1:%d"}}]
                    contexts: [{name: test, context: {cluster: test, user: test}}]
                    users: [{name: test, user: {}}]
                    current-context: test
                    """
                            .formatted(server.getAddress().getPort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one that Helm finds. */
    static Cluster running() {
        return ONLY;
    }

    /** @param data as it stands in a Secret, in base64 */
    void put(String secret, Map<String, String> data) {
        secrets.put(secret, Map.copyOf(data));
    }

    void clear() {
        secrets.clear();
    }

    private String answer(String path) {
        if (path.equals("/api/v1")) {
            return "{\"kind\":\"APIResourceList\",\"apiVersion\":\"v1\",\"groupVersion\":\"v1\",\"resources\":["
                    + "{\"name\":\"secrets\",\"singularName\":\"secret\",\"namespaced\":true,\"kind\":\"Secret\","
                    + "\"verbs\":[\"get\"]}]}";
        }
        if (path.startsWith(SECRETS) && secrets.containsKey(path.substring(SECRETS.length()))) {
            String name = path.substring(SECRETS.length());
            String data = secrets.get(name).entrySet().stream()
                    .map(entry -> "\"" + entry.getKey() + "\":\"" + entry.getValue() + "\"")
                    .collect(Collectors.joining(","));
            return "{\"kind\":\"Secret\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"" + name + "\",\"namespace\":\""
                    + Charts.NAMESPACE + "\"},\"data\":{" + data + "}}";
        }
        return "";
    }

    private static String status404() {
        return "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\",\"reason\":\"NotFound\",\"code\":404}";
    }
}
