package io.microecommerce.gateway.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.gateway.Http.Answer;
import io.microecommerce.gateway.StorefrontTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages as a browser gets them: whole, from here alone, and under a policy that allows nothing else. */
class PagesTest extends StorefrontTest {

    private static final Path STATIC = Path.of("src/main/resources/static");
    /** Of a page its own files, of a script what it imports. */
    private static final Pattern NAMED =
            Pattern.compile("(?:\\b(?:href|src)=\"|\\bfrom '|\\bimport[ (]')([^\"']+)[\"']");

    private static final Pattern INLINE =
            Pattern.compile("<style|\\bstyle=|\\bon[a-z]+=|<script(?![^>]*\\bsrc=)|javascript:");

    static Stream<String> pages() throws IOException {
        try (Stream<Path> files = Files.walk(STATIC)) {
            return files
                    .filter(file -> file.getFileName().toString().equals("index.html"))
                    .map(file -> "/" + STATIC.relativize(file).toString().replace("index.html", ""))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void areServedWithEveryFileThatTheyName(String page) {
        Map<String, Answer> files = filesOf(page);

        assertThat(files).hasSizeGreaterThan(5).allSatisfy((path, file) -> {
            assertThat(file.status()).isEqualTo(200);
            assertThat(file.header("Content-Type")).startsWith(typeOf(path));
        });
        assertThat(files.get(page).body()).doesNotContainPattern(INLINE);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void tellTheBrowserToRunNothingElse(String page) {
        Answer served = http.get(page);

        assertThat(served.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .contains("require-trusted-types-for 'script'")
                .doesNotContain("unsafe", "*", "http:");
        assertThat(served.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(served.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(served.raw().headers().allValues("Set-Cookie")).isEmpty();
    }

    /** Whoever looks before they fetch, as a scanner does, must see the same. */
    @ParameterizedTest
    @MethodSource("pages")
    void tellTheSameOfAPageThatIsNotFetched(String page) {
        Answer served = http.get(page);
        Answer seen = http.send("HEAD", page, null);

        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.body()).isEmpty();
        assertThat(headersOf(seen)).isEqualTo(headersOf(served)).containsKey("content-security-policy");
    }

    /** But those that are each request's own. */
    private static Map<String, List<String>> headersOf(Answer answer) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(answer.raw().headers().map());
        List.of("X-Request-Id", "Trace-Id", "Date").forEach(headers::remove);
        return headers;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void comeAgainOnlyWhenTheyHaveChanged(String page) {
        Answer first = http.get(page);

        assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(http.get(page, "If-None-Match", first.header("ETag")).status())
                .isEqualTo(304);
        assertThat(http.get(page, "If-None-Match", "\"another\"").status()).isEqualTo(200);
    }

    @Test
    void whatIsNoFileOfAPageStaysAProblem() {
        for (String path : new String[] {
            "/common/none.js",
            "/common/",
            "/application.yml",
            "/common/../application.yml",
            "/desk/%2e%2e/%2e%2e/application.yml"
        }) {
            Answer refused = http.get(path);
            assertThat(refused.status()).as(path).isIn(400, 401, 404);
            assertThat(refused.body()).as(path).doesNotContain("spring:");
        }
        assertThat(http.get("/common/none.js").code()).isEqualTo("ROUTE_NOT_FOUND");
    }

    private Map<String, Answer> filesOf(String page) {
        Map<String, Answer> files = new LinkedHashMap<>();
        Deque<String> wanted = new ArrayDeque<>();
        wanted.add(page);
        while (!wanted.isEmpty()) {
            String path = wanted.remove();
            if (!files.containsKey(path)) {
                Answer file = http.get(path);
                files.put(path, file);
                if (path.equals(page) || path.endsWith(".js")) {
                    NAMED.matcher(file.body())
                            .results()
                            .map((MatchResult name) ->
                                    URI.create(path).resolve(name.group(1)).toString())
                            .forEach(wanted::add);
                }
            }
        }
        return files;
    }

    private static String typeOf(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "js" -> "text/javascript";
            case "css" -> "text/css";
            case "svg" -> "image/svg+xml";
            default -> "text/html";
        };
    }
}
