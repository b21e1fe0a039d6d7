package io.microecommerce.helm;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/**
 * Renders the charts with the real engine, as {@code helm install} would. The engine keeps hooks (the migrations, the tests) out of
 * what it gives out here, so a copy of the charts is rendered in which they are marked by another word.
 */
final class Charts {

    static final String NAMESPACE = "shop";

    private static final String KUBERNETES = "1.34.0";
    private static final String HOOK = "helm.sh/hook";
    private static final String HOOK_IN_SIGHT = "hook-in-sight/hook";
    private static final Map<String, Path> COPIES = new ConcurrentHashMap<>();
    private static final Map<String, Rendered> RENDERED = new ConcurrentHashMap<>();

    private Charts() {}

    /** A chart with one of the profiles that come with it, or several, each over the ones before it: {@code a+b}. */
    record Profile(String chart, String name) {

        /** What the chart does when nothing is said. */
        static final String DEFAULTS = "defaults";

        List<Path> files() {
            return name.equals(DEFAULTS)
                    ? List.of()
                    : Stream.of(name.split("\\+"))
                            .map(file -> Path.of(chart, "profiles", file + ".yaml"))
                            .toList();
        }

        @Override
        public String toString() {
            return chart + "-" + name;
        }
    }

    static List<Profile> profiles() {
        return List.of(
                new Profile("backing", Profile.DEFAULTS),
                new Profile("backing", "minikube"),
                new Profile("backing", "external"),
                new Profile("shop", Profile.DEFAULTS),
                new Profile("shop", "minikube"),
                new Profile("shop", "production"),
                new Profile("shop", "external"),
                new Profile("shop", "production+external"));
    }

    static List<String> charts() {
        return List.of("backing", "shop");
    }

    /** The engine lints with a chart's own values only, so those of a profile are written into a copy of it. */
    static LintResult lint(Profile profile) {
        Path copy = Path.of("target", "linted", profile.toString(), profile.chart());
        copy(Path.of(profile.chart()), copy, text -> text);
        Path values = copy.resolve("values.yaml");
        try {
            Map<String, Object> merged = yaml(values);
            for (Path file : profile.files()) {
                merge(merged, yaml(file));
            }
            Files.writeString(values, new Yaml().dump(merged));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Helm(copy).lint().strict().call();
    }

    private static Map<String, Object> yaml(Path file) throws IOException {
        return new Yaml().load(Files.readString(file));
    }

    /** As Helm does: maps by their keys, all else as a whole. */
    @SuppressWarnings("unchecked")
    private static void merge(Map<String, Object> values, Map<String, Object> over) {
        over.forEach((key, value) -> {
            if (value instanceof Map<?, ?> map && values.get(key) instanceof Map<?, ?> under) {
                merge((Map<String, Object>) under, (Map<String, Object>) map);
            } else {
                values.put(key, value);
            }
        });
    }

    private static Path withHooksInSight(String chart) {
        return COPIES.computeIfAbsent(chart, absent -> {
            Path copy = Path.of("target", "charts", chart);
            copy(Path.of(chart), copy, text -> text.replace(HOOK, HOOK_IN_SIGHT));
            return copy;
        });
    }

    private static void copy(Path chart, Path copy, UnaryOperator<String> change) {
        try (Stream<Path> files = Files.walk(chart)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(chart.relativize(file));
                Files.createDirectories(target.getParent());
                Files.writeString(target, change.apply(Files.readString(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rendered once for all tests. */
    static Rendered rendered(Profile profile) {
        return RENDERED.computeIfAbsent(profile.toString(), absent -> render(profile, Map.of()));
    }

    /** @throws RuntimeException with Helm's own words if the values are refused */
    static Rendered render(Profile profile, Map<String, Object> set) {
        Cluster.running();
        TemplateCommand command = new Helm(withHooksInSight(profile.chart()))
                .template()
                .withName(profile.chart())
                .withNamespace(NAMESPACE)
                .withKubeVersion(KUBERNETES);
        profile.files().forEach(command::withValuesFile);
        set.forEach(command::set);
        return Rendered.of(command.call().replace(HOOK_IN_SIGHT, HOOK));
    }
}
