package io.microecommerce.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.gateway.Http;
import io.microecommerce.gateway.Http.Answer;
import io.microecommerce.gateway.StorefrontTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no route takes: each time a problem with its code, and no service is asked for anything. */
class BadInputTest extends StorefrontTest {

    private void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.code()).as(answer.body()).isEqualTo(code);
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        assertThat(answer.json().get("detail").asString())
                .isNotBlank()
                .doesNotContain("Exception", "io.micro", "java.");
        assertThat(services.asked).isEmpty();
    }

    private Answer addToCart(String body) {
        return http.send("POST", "/api/v1/cart_item", body, asCustomer());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "1000",
                "1.5",
                "1.0",
                "1e2",
                "\"x\"",
                "\"1\"",
                "\"\"",
                "true",
                "null",
                "[]",
                "[1]",
                "{}",
                "2147483648",
                "-2147483649",
                "99999999999999999999999",
                "1e999999"
            })
    void refusesAQuantityThatIsNone(String quantity) {
        Answer answer = addToCart("{\"sku_id\": \"tee-red-m\", \"quantity\": " + quantity + "}");
        assertProblem(answer, 400, "INVALID_FIELD");
        assertThat(answer.json().get("detail").asString()).startsWith("quantity ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "true", "1.5", "null", "[]", "{}", "\"\"", "\"a b\"", "\"../x\"", "\"{$ne:1}\""})
    void refusesASkuIdThatIsNone(String skuId) {
        Answer answer = addToCart("{\"sku_id\": " + skuId + ", \"quantity\": 1}");
        assertProblem(answer, 400, "INVALID_FIELD");
        assertThat(answer.json().get("detail").asString()).startsWith("sku_id ");
    }

    @Test
    void namesAMissingField() {
        Answer answer = addToCart("{\"quantity\": 1}");
        assertProblem(answer, 400, "INVALID_FIELD");
        assertThat(answer.json().get("detail").asString()).isEqualTo("sku_id is required.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"email\": \"a@b\", \"password\": \"long enough\", \"last_name\": \"B\"} | first_name",
                "{\"email\": \"nobody\", \"password\": \"long enough\", \"first_name\": \"A\", \"last_name\": \"B\"} | email",
                "{\"email\": \"a@b\", \"password\": \"short\", \"first_name\": \"A\", \"last_name\": \"B\"} | password",
                "{\"email\": \"a@b\", \"password\": \"long enough\", \"first_name\": \" \", \"last_name\": \"B\"} | first_name"
            })
    void refusesARegistration(String body, String field) {
        Answer answer = http.send("POST", "/api/v1/customer", body);
        assertProblem(answer, 400, "INVALID_FIELD");
        assertThat(answer.json().get("detail").asString()).startsWith(field + " ");
    }

    @Test
    void namesAnUnknownField() {
        Answer answer = addToCart("{\"sku_id\": \"tee-red-m\", \"quantity\": 1, \"price\": 1}");
        assertProblem(answer, 400, "UNKNOWN_FIELD");
        assertThat(answer.json().get("detail").asString()).contains("price");
        assertProblem(addToCart("{\"skuId\": \"tee-red-m\", \"quantity\": 1}"), 400, "UNKNOWN_FIELD");
        assertProblem(
                http.send("POST", "/api/v1/order/cart", "{\"x\": 1}", asCustomer("Idempotency-Key", "k")),
                400,
                "UNKNOWN_FIELD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "nonsense",
                "null",
                "[]",
                "\"text\"",
                "5",
                "{\"sku_id\": \"a\", \"quantity\": 1} {}",
                "{\"sku_id\": \"a\", \"quantity\": 1, \"quantity\": 2}",
                "{'sku_id': 'a', 'quantity': 1}",
                "{\"sku_id\": \"a\", \"quantity\": NaN}"
            })
    void refusesWhatIsNotAJsonObject(String body) {
        assertProblem(addToCart(body), 400, "MALFORMED_REQUEST");
    }

    @Test
    void refusesDeepNesting() {
        assertProblem(addToCart("{\"sku_id\": " + "[".repeat(30_000)), 400, "INVALID_FIELD");
    }

    @Test
    void refusesANullAmongTheIds() {
        assertProblem(
                http.send("POST", "/api/v1/order/cart", "{\"sku_ids\": [null]}", asCustomer("Idempotency-Key", "k")),
                400,
                "INVALID_FIELD");
    }

    static Stream<String> creations() {
        return Stream.of(
                "/api/v1/order/cart {}",
                "/api/v1/order/product {\"sku_id\":\"a\",\"quantity\":1}",
                "/api/v1/payment {\"order_id\":\"o\",\"method\":\"balance\"}",
                "/api/v1/payment/p/refund {\"reason\":\"Torn.\"}");
    }

    @ParameterizedTest
    @MethodSource("creations")
    void wantsAnIdempotencyKey(String creation) {
        String path = creation.substring(0, creation.indexOf(' '));
        String body = creation.substring(creation.indexOf(' ') + 1);
        assertProblem(http.send("POST", path, body, asCustomer()), 400, "IDEMPOTENCY_KEY_REQUIRED");
        for (String bad : new String[] {"", "a b", "a;b", "x".repeat(65)}) {
            assertProblem(
                    http.send("POST", path, body, asCustomer("Idempotency-Key", bad)), 400, "IDEMPOTENCY_KEY_REQUIRED");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/payment/p/refund {\"reason\":\"TEXT\"}",
                "/api/v1/sku/s/correction {\"quantity\":1,\"reason\":\"TEXT\"}",
                "/api/v1/order/o/ship {\"carrier\":\"TEXT\",\"tracking_number\":\"T-1\"}",
                "/api/v1/staff/dead_letter/svc-order_1/discard {\"reason\":\"TEXT\"}"
            })
    void refusesATextThatNoDatabaseKeeps(String request) {
        String path = request.substring(0, request.indexOf(' '));
        String body = request.substring(request.indexOf(' ') + 1);

        Answer answer = http.send("POST", path, body.replace("TEXT", "to\\u0000rn"), asStaff("Idempotency-Key", "k"));

        assertProblem(answer, 400, "INVALID_FIELD");
        assertThat(answer.json().at("/detail").asString()).contains("must not contain the character zero");
    }

    @Test
    void knowsTheMethodsOfPayment() {
        String bogus = "{\"order_id\": \"o\", \"method\": \"BALANCE\"}";
        assertProblem(
                http.send("POST", "/api/v1/payment", bogus, asCustomer("Idempotency-Key", "k")), 400, "INVALID_FIELD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/product?page=x",
                "/api/v1/product?page=-1",
                "/api/v1/product?page=99999999999",
                "/api/v1/product?size=0",
                "/api/v1/product?size=101",
                "/api/v1/product?category=a%20b",
                "/api/v1/product/a%20b",
                "/api/v1/product/%C3%A4",
                "/api/v1/sku/a.b",
            })
    void refusesBadParameters(String path) {
        assertProblem(http.get(path), 400, "INVALID_FIELD");
    }

    @Test
    void refusesBadIdsInPaths() {
        String tooLong = "x".repeat(65);
        assertProblem(http.get("/api/v1/order/" + tooLong, asCustomer()), 400, "INVALID_FIELD");
        assertProblem(http.get("/api/v1/payment/a%20b", asCustomer()), 400, "INVALID_FIELD");
        assertProblem(http.send("POST", "/api/v1/order/a%20b/cancel", null, asCustomer()), 400, "INVALID_FIELD");
        assertProblem(
                http.send("PUT", "/api/v1/cart_item/a%20b", "{\"quantity\": 1}", asCustomer()), 400, "INVALID_FIELD");
        assertProblem(http.send("DELETE", "/api/v1/cart_item/a%20b", null, asCustomer()), 400, "INVALID_FIELD");
    }

    @Test
    void knowsItsRoutesAndTheirMethods() {
        assertProblem(http.get("/nothing/here"), 404, "ROUTE_NOT_FOUND");
        assertProblem(http.get("/api/v1/nothing", asCustomer()), 404, "ROUTE_NOT_FOUND");
        assertProblem(http.get("/error"), 404, "ROUTE_NOT_FOUND");
        Answer put = http.send("PUT", "/api/v1/cart_item", "{}", asCustomer());
        assertProblem(put, 405, "METHOD_NOT_ALLOWED");
        assertThat(put.header("Allow")).isEqualTo("GET,POST,DELETE");
        assertThat(http.send("OPTIONS", "/api/v1/cart_item", null, asCustomer()).header("Allow"))
                .contains("GET", "POST", "DELETE");
        assertProblem(http.send("POST", "/health", null), 405, "METHOD_NOT_ALLOWED");
        assertProblem(http.send("TRACE", "/health", null), 405, "METHOD_NOT_ALLOWED");
    }

    @Test
    void speaksJsonOnly() {
        assertProblem(
                http.send("POST", "/api/v1/session", "email=a", "Content-Type", "application/x-www-form-urlencoded"),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
        assertProblem(
                http.send("POST", "/api/v1/session", "{}", "Content-Type", "nonsense"), 415, "UNSUPPORTED_MEDIA_TYPE");
        assertProblem(http.get("/api/v1/category", "Accept", "application/xml"), 406, "MALFORMED_REQUEST");
        for (String method : new String[] {"POST", "PUT"}) {
            String path = method.equals("POST") ? "/api/v1/session" : "/api/v1/customer/me";
            assertProblem(http.send(method, path, null, asCustomer()), 400, "MALFORMED_REQUEST");
            HttpRequest untyped = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                    .header("Authorization", asCustomer()[1])
                    .method(method, HttpRequest.BodyPublishers.ofString("{}"))
                    .build();
            assertProblem(Http.send(untyped), 415, "UNSUPPORTED_MEDIA_TYPE");
        }
    }

    @Test
    void answersAProblemWhateverTheClientAccepts() {
        assertProblem(http.get("/api/v1/sku/a.b", "Accept", "text/html"), 400, "INVALID_FIELD");
    }

    @Test
    void refusesALargeBody() {
        String large = "{\"sku_id\": \"" + "x".repeat(64 * 1024) + "\"}";
        assertProblem(addToCart(large), 413, "REQUEST_TOO_LARGE");
        // Its length not announced.
        HttpRequest chunked = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/api/v1/session"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8))))
                .build();
        assertProblem(Http.send(chunked), 413, "REQUEST_TOO_LARGE");
    }

    @Test
    void takesABodyOfAlmostTheLimit() {
        String body = "{\"sku_id\": \"tee-red-m\", \"quantity\": 1" + " ".repeat(64 * 1024 - 50) + "}";
        assertThat(addToCart(body).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//api/v1/category",
                "/api/v1/sku/a;b=c",
                "/api/v1/sku/a%2Fb",
                "/api/../v1/order",
                "/api/v1/sku/%00"
            })
    void refusesPathsThatMeanSomethingElse(String path) throws IOException {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 4").contains("Content-Type: application/problem+json");
        assertThat(services.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/sku/a|b HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /api/v1/category HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n",
                "GET /api/v1/category HTTP/1.1\r\nConnection: close\r\n\r\n",
                "POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\n\r\n"
            })
    void answersAProblemToWhatIsNotHttp(String request) throws IOException {
        String answer = raw(request);
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("Content-Type: application/problem+json", "MALFORMED_REQUEST")
                .doesNotContain("<html", "Tomcat");
    }

    @Test
    void answersAProblemToHugeHeaders() throws IOException {
        String answer =
                raw("GET /api/v1/category HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(20_000) + "\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 4").contains("Content-Type: application/problem+json");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
