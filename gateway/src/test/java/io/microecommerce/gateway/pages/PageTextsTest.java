package io.microecommerce.gateway.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pages say the same in each language, and have a text for each key that a script names. */
class PageTextsTest {

    private static final Path STATIC = Path.of("src/main/resources/static");
    private static final Pattern NAMED = Pattern.compile("\\bt\\('([A-Za-z_.]+)'[,)]");
    private static final Pattern LITERAL = Pattern.compile("'([A-Za-z_.]+)'");
    private static final Pattern GROUP = Pattern.compile("(?:`|\\bword\\(')([A-Za-z_.]+?)(?:\\.\\$\\{|')");
    private static final Pattern VALUE = Pattern.compile("\\{(\\w+)}");

    static Stream<String> pages() throws IOException {
        try (Stream<Path> folders = Files.list(STATIC)) {
            return folders
                    .filter(folder -> Files.exists(folder.resolve("texts/en.json")))
                    .map(folder -> folder.getFileName().toString())
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void areToldInEachLanguageWithTheSameValues(String page) throws IOException {
        assertThat(values(texts(page, "zh"))).isEqualTo(values(texts(page, "en")));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void haveATextForEachKey(String page) throws IOException {
        Map<String, String> texts = new HashMap<>(texts("common", "en"));
        texts.putAll(texts(page, "en"));

        assertThat(matches(NAMED, scripts(page))).isSubsetOf(texts.keySet());
    }

    /** A key is named as it is, or belongs to a group such as {@code order.status}, whose values come from the API. */
    @ParameterizedTest
    @MethodSource("pages")
    void haveNoTextThatNobodyShows(String page) throws IOException {
        String scripts = scripts(page) + scripts("common");
        Set<String> named = matches(LITERAL, scripts);
        Set<String> groups = matches(GROUP, scripts);

        assertThat(texts(page, "en").keySet())
                .allMatch(key -> named.contains(key) || groups.stream().anyMatch(group -> key.startsWith(group + ".")));
    }

    private static Map<String, String> texts(String page, String language) throws IOException {
        JsonNode file = JsonMapper.shared()
                .readTree(Files.readString(STATIC.resolve(page).resolve("texts/" + language + ".json")));
        return file.properties().stream().collect(Collectors.toMap(Map.Entry::getKey, text -> text.getValue()
                .asString()));
    }

    /** What is filled into each text. */
    private static Map<String, Set<String>> values(Map<String, String> texts) {
        Map<String, Set<String>> values = new TreeMap<>();
        texts.forEach((key, text) -> values.put(key, matches(VALUE, text)));
        return values;
    }

    private static String scripts(String page) throws IOException {
        StringBuilder scripts = new StringBuilder();
        try (Stream<Path> files = Files.walk(STATIC.resolve(page))) {
            for (Path script :
                    files.filter(file -> file.toString().endsWith(".js")).toList()) {
                scripts.append(Files.readString(script));
            }
        }
        return scripts.toString();
    }

    private static Set<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
