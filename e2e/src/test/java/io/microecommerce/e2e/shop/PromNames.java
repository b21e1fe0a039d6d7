package io.microecommerce.e2e.shop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The names of metrics in the PromQL of dashboards and alert rules. */
public final class PromNames {

    /** Texts, what stands in braces, ranges, and the labels of a grouping or a join hold no names of metrics. */
    private static final Pattern NOT_METRICS = Pattern.compile(
            "\"[^\"]*\"|\\{[^}]*\\}|\\[[^\\]]*\\]|\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");

    /** A name that no parenthesis follows is no function. */
    private static final Pattern NAME = Pattern.compile("\\b[a-zA-Z_:][a-zA-Z0-9_:]*\\b(?!\\s*\\()");

    /** In a query of Grafana that fills a variable. */
    private static final Pattern LABEL_VALUES = Pattern.compile("label_values\\((\\w+),.*\\)");

    /** The expression of a rule, on its line or on those below it that lie deeper. */
    private static final Pattern RULE = Pattern.compile("(?m)^( +)expr: (?:\\|\\n((?:\\1  .*\\n)+)|(.*)$)");

    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset", "inf", "nan");

    private PromNames() {}

    /** By file, of the chart in that folder. */
    public static Map<String, Set<String>> inChart(Path chart) throws IOException {
        Map<String, Set<String>> found = new TreeMap<>();
        for (String folder : List.of("dashboards", "alerts")) {
            try (Stream<Path> files = Files.list(chart.resolve(folder))) {
                for (Path file : files.toList()) {
                    Set<String> names = new TreeSet<>();
                    expressions(file).forEach(expression -> names.addAll(in(expression)));
                    found.put(folder + "/" + file.getFileName(), names);
                }
            }
        }
        return found;
    }

    /** In one expression. */
    static Set<String> in(String expression) {
        Set<String> names = new TreeSet<>();
        NAME.matcher(NOT_METRICS.matcher(expression).replaceAll(" "))
                .results()
                .map(MatchResult::group)
                .filter(name -> !WORDS.contains(name))
                .forEach(names::add);
        return names;
    }

    private static List<String> expressions(Path file) throws IOException {
        String text = Files.readString(file);
        if (!file.toString().endsWith(".json")) {
            return RULE.matcher(text)
                    .results()
                    .map(rule -> rule.group(2) == null ? rule.group(3) : rule.group(2))
                    .toList();
        }
        JsonNode dashboard = JsonMapper.shared().readTree(text);
        List<String> found = new ArrayList<>(dashboard.findValuesAsString("expr"));
        LABEL_VALUES.matcher(text).results().map(it -> it.group(1)).forEach(found::add);
        return found;
    }
}
