package io.microecommerce.e2e.shop;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What all services tell Prometheus at one moment.
 *
 * @param lines one a sample: {@code name{label="value",…} number}
 */
public record Scrapes(List<String> lines) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    public static Scrapes of(Shop shop) {
        return new Scrapes(Shop.SERVICES.stream()
                .flatMap(service -> read(portOf(shop, service)))
                .filter(line -> !line.startsWith("#"))
                .toList());
    }

    /** Under which something is exported. */
    public Set<String> names() {
        return lines.stream().map(line -> line.split("[{ ]", 2)[0]).collect(Collectors.toSet());
    }

    /** Those of this project, not of a library. */
    public List<String> ofOurs() {
        return lines.stream().filter(line -> line.startsWith("shop_")).toList();
    }

    /** Of all samples with that name and these labels, each as {@code name="value"}. */
    public double sum(String name, String... labels) {
        return lines.stream()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> Stream.of(labels).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static int portOf(Shop shop, String service) {
        return service.equals("gateway")
                ? shop.platform().port(service, "management")
                : shop.platform().port(service);
    }

    private static Stream<String> read(int port) {
        URI prometheus = URI.create("http://127.0.0.1:" + port + "/actuator/prometheus");
        try {
            HttpResponse<Stream<String>> answer = HTTP.send(
                    HttpRequest.newBuilder(prometheus)
                            .timeout(Duration.ofSeconds(10))
                            .build(),
                    HttpResponse.BodyHandlers.ofLines());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(prometheus + " answered " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
