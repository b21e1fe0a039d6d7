package io.microecommerce.local.launcher.topology;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads {@code local/topology.yaml}. What its keys mean stands at the head of that file. */
public final class TopologyFile {
    private static final int DEFAULT_READY_SECONDS = 240;
    private static final int DEFAULT_GRACE_SECONDS = 20;

    private TopologyFile() {}

    /**
     * Reads and checks the file.
     *
     * @throws TopologyException if it is absent, no YAML, or contradicts itself
     */
    public static Topology read(Path file) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try (Reader reader = Files.newBufferedReader(file)) {
            Object root = new Yaml(new SafeConstructor(options)).load(reader);
            return topology(new Section(file.getFileName().toString(), root));
        } catch (IOException e) {
            throw new TopologyException("Cannot read " + file + ": " + e.getMessage(), e);
        } catch (YAMLException e) {
            throw new TopologyException(file + " is no valid YAML: " + e.getMessage(), e);
        }
    }

    private static Topology topology(Section root) {
        // `shared` only holds the anchors that components merge.
        root.allow("jvm", "databases", "nacos", "shared", "components", "options", "summary");
        Map<String, Component> components = new LinkedHashMap<>();
        Section section = root.section("components");
        section.keys().forEach(name -> components.put(name, component(name, section.section(name))));
        return new Topology(
                components,
                root.section("jvm").allow("flags").list("flags"),
                root.sections("databases").stream().map(TopologyFile::database).toList(),
                root.has("nacos") ? Optional.of(nacos(root.section("nacos"))) : Optional.empty(),
                root.sections("summary").stream().map(TopologyFile::summaryLine).toList(),
                options(root.section("options")));
    }

    private static Component component(String name, Section section) {
        section.allow(
                "kind",
                "module",
                "main",
                "command",
                "ports",
                "binds",
                "heap-mib",
                "memory-mib",
                "jvm-flags",
                "environment",
                "needs",
                "uses",
                "ready",
                "then",
                "stop",
                "option");
        Kind kind = oneOf(Kind.class, name + ".kind", section.text("kind"));
        return new Component(
                name,
                kind,
                kind == Kind.JVM ? section.text("module") : "",
                kind == Kind.JVM ? section.text("main") : "",
                kind == Kind.COMMAND ? section.list("command") : List.of(),
                ports(section.section("ports")),
                section.optionalText("binds")
                        .map(text -> oneOf(Binds.class, name + ".binds", text))
                        .orElse(Binds.ALL),
                section.number("heap-mib", 0),
                section.number("memory-mib", 0),
                section.list("jvm-flags"),
                section.section("environment").texts(),
                names(section, "needs"),
                names(section, "uses"),
                readiness(name, section.section("ready")),
                section.optionalText("then")
                        .map(text -> oneOf(Afterwards.class, name + ".then", text))
                        .orElse(Afterwards.NOTHING),
                stop(section.section("stop")),
                section.optionalText("option").orElse(""));
    }

    private static List<Option> options(Section section) {
        return section.keys().stream()
                .map(name -> {
                    Map<String, Map<String, String>> environment = new LinkedHashMap<>();
                    Section told = section.section(name);
                    told.keys()
                            .forEach(component -> environment.put(
                                    component, told.section(component).texts()));
                    return new Option(name, environment);
                })
                .toList();
    }

    private static Map<String, Integer> ports(Section section) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        section.keys().forEach(name -> ports.put(name, section.number(name, 0)));
        return ports;
    }

    private static Set<String> names(Section section, String key) {
        return new LinkedHashSet<>(section.list(key));
    }

    private static Readiness readiness(String component, Section section) {
        section.allow("tcp", "http", "log", "sql", "redis", "path", "within-seconds");
        List<Readiness.How> given = new ArrayList<>();
        for (Readiness.How how : Readiness.How.values()) {
            if (section.has(lower(how))) {
                given.add(how);
            }
        }
        if (given.size() != 1) {
            throw new TopologyException(component + ".ready must name exactly one of tcp, http, log, sql, redis.");
        }
        Readiness.How how = given.get(0);
        return new Readiness(
                how,
                section.text(lower(how)),
                how == Readiness.How.HTTP ? section.text("path") : "",
                Duration.ofSeconds(section.number("within-seconds", DEFAULT_READY_SECONDS)));
    }

    private static StopPolicy stop(Section section) {
        section.allow("signal", "grace-seconds");
        return new StopPolicy(
                section.optionalText("signal").orElse("TERM"),
                Duration.ofSeconds(section.number("grace-seconds", DEFAULT_GRACE_SECONDS)));
    }

    private static Database database(Section section) {
        section.allow("name", "login");
        return new Database(section.text("name"), section.text("login"));
    }

    private static NacosSeed nacos(Section section) {
        section.allow("component", "admin-secret", "user", "user-secret", "configuration");
        return new NacosSeed(
                section.text("component"),
                section.text("admin-secret"),
                section.text("user"),
                section.text("user-secret"),
                section.section("configuration").texts());
    }

    private static SummaryLine summaryLine(Section section) {
        section.allow("of", "what", "url", "account", "secret");
        return new SummaryLine(
                section.text("of"),
                section.text("what"),
                section.text("url"),
                section.optionalText("account").orElse(""),
                section.optionalText("secret").orElse(""));
    }

    private static <E extends Enum<E>> E oneOf(Class<E> type, String place, String text) {
        for (E constant : type.getEnumConstants()) {
            if (lower(constant).equals(text)) {
                return constant;
            }
        }
        throw new TopologyException(place + ": '" + text + "' is not known.");
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
