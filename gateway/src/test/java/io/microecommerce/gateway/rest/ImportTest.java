package io.microecommerce.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.api.product.MoveStockCommand;
import io.microecommerce.api.product.MoveStockCommand.Kind;
import io.microecommerce.gateway.Http.Answer;
import io.microecommerce.gateway.StorefrontTest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.dubbo.rpc.RpcException;
import org.junit.jupiter.api.Test;
import org.skyscreamer.jsonassert.JSONAssert;
import org.skyscreamer.jsonassert.JSONCompareMode;

/** Loading a catalogue, a product a line. */
class ImportTest extends StorefrontTest {

    private static final String IMPORT = "/api/v1/staff/product/import";

    /** @param skuMore members of the SKU, each with a comma before it */
    private static String line(String id, String category, String skuMore) {
        return "{\"id\":\"" + id + "\",\"title\":\"Jar\",\"body\":\"\",\"category\":\"" + category
                + "\",\"assets\":{\"ppt\":[],\"thumbnail\":{\"src\":\"/j.svg\"}},\"variants\":{\"attrs\":[]},"
                + "\"skus\":[{\"id\":\"" + id + "-s\",\"attrs\":[],\"price\":{\"currency\":\"CNY\",\"minor\":1900}"
                + skuMore + "}]}";
    }

    private Answer load(String body) {
        return http.send("POST", IMPORT, body, asStaff("Content-Type", "application/x-ndjson"));
    }

    private static void assertCounts(Answer answer, int created, int changed, int unchanged) throws Exception {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JSONAssert.assertEquals(
                "{\"created\": %d, \"changed\": %d, \"unchanged\": %d, \"refused\": []}"
                        .formatted(created, changed, unchanged),
                answer.body(),
                JSONCompareMode.STRICT);
    }

    @Test
    void countsWhatIsNewChangedAndAsItWas() throws Exception {
        assertCounts(load(line("a", "kitchen", "") + "\n\n" + line("b", "kitchen", "") + "\r\n"), 2, 0, 0);
        assertCounts(
                load(line("a", "kitchen", "") + "\n" + line("b", "home", "") + "\n" + line("c", "home", "")), 1, 1, 1);
        assertThat(staffServices.imported).containsOnlyKeys("a", "b", "c");
    }

    @Test
    void opensTheStockOfASkuOnce() throws Exception {
        String longId = "x".repeat(60);
        String body = line("a", "kitchen", ",\"opening_stock\":20") + "\n"
                + line("b", "kitchen", ",\"opening_stock\":0") + "\n"
                + line(longId, "kitchen", ",\"opening_stock\":1");
        assertCounts(load(body), 3, 0, 0);
        assertCounts(load(body), 0, 0, 3);
        // What it opened with is history, also when the file says something else by now.
        assertCounts(load(line("a", "kitchen", ",\"opening_stock\":30")), 0, 0, 1);
        assertThat(staffServices.moved).hasSize(2);
        assertThat(staffServices.moved.get("opening-a-s"))
                .isEqualTo(new MoveStockCommand("a-s", Kind.RECEIPT, 20, "Opening stock", "staff", "opening-a-s"));
        assertThat(staffServices.moved.values()).anyMatch(move -> move.skuId().equals(longId + "-s"));
    }

    @Test
    void passesOverBadLinesAndNamesThem() throws Exception {
        String body = String.join(
                "\n",
                line("a", "kitchen", ""),
                "{",
                "",
                line("b", "none", ""),
                line("c", "kitchen", ",\"colour\":\"red\""),
                "null",
                "[]",
                line("d", "kitchen", "").replace("\"id\":\"d\",", ""),
                line("e", "kitchen", "").replace("\"id\":\"e-s\",", ""),
                line("f", "kitchen", ",\"opening_stock\":-1"),
                line("g", "kitchen", "").replace("1900", "\"1900\""),
                line("h", "kitchen", "") + " {}",
                line("i", "kitchen", "").replace("\"title\"", "\"id\":\"x\",\"title\""),
                line("z", "kitchen", ""));
        Answer answer = load(body);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("created").asInt()).isEqualTo(2);
        String refused = answer.json()
                .get("refused")
                .valueStream()
                .map(line -> line.get("line").asInt() + " " + line.get("code").asString())
                .collect(Collectors.joining(", "));
        assertThat(refused)
                .isEqualTo("2 MALFORMED_REQUEST, 4 CATEGORY_NOT_FOUND, 5 UNKNOWN_FIELD, 6 MALFORMED_REQUEST,"
                        + " 7 MALFORMED_REQUEST, 8 INVALID_FIELD, 9 INVALID_FIELD, 10 INVALID_FIELD,"
                        + " 11 INVALID_FIELD, 12 MALFORMED_REQUEST, 13 MALFORMED_REQUEST");
        assertThat(answer.json().at("/refused/2/detail").asString()).contains("skus[0].colour");
        assertThat(answer.json().at("/refused/5/detail").asString()).contains("id is required");
        assertThat(answer.body()).doesNotContain("Exception", "jackson", "java.");
        assertThat(staffServices.imported).containsOnlyKeys("a", "z");
    }

    @Test
    void tellsForEachLineThatAServiceIsAwayOrItsAnswerUnknown() {
        services.failure = new RpcException(RpcException.TIMEOUT_EXCEPTION, "timeout");
        Answer unknown = load(line("a", "kitchen", "") + "\n" + line("b", "kitchen", ""));
        assertThat(unknown.status()).isEqualTo(200);
        assertThat(unknown.json().at("/refused/0/code").asString()).isEqualTo("OUTCOME_UNKNOWN");
        assertThat(unknown.json().at("/refused/1/code").asString()).isEqualTo("OUTCOME_UNKNOWN");
        services.failure = new RpcException(RpcException.FORBIDDEN_EXCEPTION, "no provider");
        assertThat(load(line("a", "kitchen", "")).json().at("/refused/0/code").asString())
                .isEqualTo("SERVICE_UNAVAILABLE");
        services.failure = new IllegalStateException("secret");
        Answer defect = load(line("a", "kitchen", ""));
        assertThat(defect.json().at("/refused/0/code").asString()).isEqualTo("INTERNAL_ERROR");
        assertThat(defect.body()).doesNotContain("secret");
    }

    @Test
    void takesFiveHundredLinesAndAMebibyteAtMost() throws Exception {
        String lines = IntStream.range(0, 500)
                .mapToObj(i -> line("p" + i, "kitchen", ""))
                .collect(Collectors.joining("\n"));
        assertThat(lines.length()).isGreaterThan(64 * 1024);
        assertCounts(load(lines), 500, 0, 0);
        Answer tooMany = load(lines + "\n" + line("more", "kitchen", ""));
        assertThat(tooMany.status()).isEqualTo(413);
        assertThat(tooMany.code()).isEqualTo("REQUEST_TOO_LARGE");
        assertThat(tooMany.json().get("detail").asString()).contains("500 lines");
        assertThat(staffServices.imported).hasSize(500);
        Answer tooLarge = load(" ".repeat(1024 * 1024 + 1));
        assertThat(tooLarge.status()).isEqualTo(413);
        assertThat(tooLarge.json().get("detail").asString()).contains("1048576 bytes");
        // Only this route takes so much.
        Answer elsewhere = http.send("POST", "/api/v1/product", " ".repeat(64 * 1024 + 1), asStaff());
        assertThat(elsewhere.status()).isEqualTo(413);
        assertThat(elsewhere.json().get("detail").asString()).contains("65536 bytes");
    }

    @Test
    void takesNothingForEmpty() throws Exception {
        assertCounts(load("\n \n\t\n"), 0, 0, 0);
    }

    @Test
    void saysWhichContentTypeItTakes() {
        Answer answer = http.send("POST", IMPORT, line("a", "kitchen", ""), asStaff());
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.code()).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
        assertThat(answer.json().get("detail").asString()).contains("application/x-ndjson");
    }
}
