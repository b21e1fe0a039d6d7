package io.microecommerce.local.launcher.server;

import io.microecommerce.local.launcher.installation.Installation;
import io.microecommerce.local.launcher.topology.Component;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a component whether it is ready. */
public final class Probe {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    private Probe() {}

    /** One attempt; false also when nothing answers within seconds. */
    public static boolean isReady(Component component, Installation installation) throws InterruptedException {
        String target = component.ready().target();
        return switch (component.ready().how()) {
            case TCP -> accepts(installation.port(component.name(), target));
            case HTTP ->
                succeeds(
                        installation.port(component.name(), target),
                        component.ready().path());
            case LOG -> logContains(component, installation, target);
            case SQL -> new Databases(installation, component.name()).answers();
            case REDIS ->
                Redis.answers(
                        installation.port(component.name(), target),
                        installation.secrets().value(Redis.SECRET));
        };
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), (int) TIMEOUT.toMillis());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean succeeds(int port, String path) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(TIMEOUT)
                .build();
        try {
            int status =
                    HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status >= 200 && status < 300;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean logContains(Component component, Installation installation, String text) {
        try {
            return installation.home().log(component.name()).contains(text);
        } catch (IOException e) {
            return false;
        }
    }
}
