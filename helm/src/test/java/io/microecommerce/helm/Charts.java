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
import java.util.stream.Stream;

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

    static LintResult lint(String chart) {
        return new Helm(Path.of(chart)).lint().strict().call();
    }

    private static Path withHooksInSight(String chart) {
        return COPIES.computeIfAbsent(chart, absent -> {
            Path copy = Path.of("target", "charts", chart);
            try (Stream<Path> files = Files.walk(Path.of(chart))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path target = copy.resolve(Path.of(chart).relativize(file));
                    Files.createDirectories(target.getParent());
                    Files.writeString(target, Files.readString(file).replace(HOOK, HOOK_IN_SIGHT));
                }
                return copy;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
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
