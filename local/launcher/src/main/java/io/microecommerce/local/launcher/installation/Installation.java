package io.microecommerce.local.launcher.installation;

import io.microecommerce.local.launcher.topology.Topology;
import io.microecommerce.local.launcher.topology.TopologyException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A topology at a place: its checkout, its home, its ports and its secrets. Replaces the placeholders of the topology. */
public final class Installation {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([a-z-]+)(?::([^}]+))?}");

    private final Path checkout;
    private final ShopHome home;
    private final Topology topology;
    private final int portOffset;
    private final Secrets secrets;
    private final SigningKeys signingKeys;
    private final WeChatPayKeys weChatPayKeys;
    private final Map<String, Map<String, String>> overrides = new ConcurrentHashMap<>();

    /** The topology at that home, with that much added to every port. */
    public Installation(Path checkout, ShopHome home, Topology topology, int portOffset) {
        this.checkout = checkout;
        this.home = home;
        this.topology = topology;
        this.portOffset = portOffset;
        this.secrets = new Secrets(home.secrets());
        this.signingKeys = new SigningKeys(home.secrets().resolve("jwt-keys"));
        this.weChatPayKeys = new WeChatPayKeys(home.secrets().resolve("wechatpay-keys"));
    }

    /** Root folder of the source tree. */
    public Path checkout() {
        return checkout;
    }

    public ShopHome home() {
        return home;
    }

    public Topology topology() {
        return topology;
    }

    public Secrets secrets() {
        return secrets;
    }

    /** The keys that sign login tokens. */
    public SigningKeys signingKeys() {
        return signingKeys;
    }

    /** What is added to every port. */
    public int portOffset() {
        return portOffset;
    }

    /** The component's first port. */
    public int port(String component) {
        return topology.component(component).mainPort() + portOffset;
    }

    /** The component's port of that name. */
    public int port(String component, String name) {
        return topology.component(component).port(name) + portOffset;
    }

    /** Tells a component something else, or more, from its next start on. */
    public void override(String component, Map<String, String> environment) {
        overrides.merge(topology.component(component).name(), Map.copyOf(environment), (before, more) -> {
            Map<String, String> both = new LinkedHashMap<>(before);
            both.putAll(more);
            return both;
        });
    }

    /** Takes these variables back to what the topology says, from the component's next start on. */
    public void retract(String component, Set<String> variables) {
        overrides.computeIfPresent(topology.component(component).name(), (name, before) -> {
            Map<String, String> rest = new LinkedHashMap<>(before);
            rest.keySet().removeAll(variables);
            return rest;
        });
    }

    /** The environment that the component is started with. */
    public Map<String, String> environment(String component) {
        Map<String, String> environment = new LinkedHashMap<>();
        topology.component(component)
                .environment()
                .forEach((key, text) -> environment.put(key, resolve(component, text)));
        environment.putAll(overrides.getOrDefault(component, Map.of()));
        return environment;
    }

    /** Replaces the placeholders in a text that belongs to the component. */
    public String resolve(String component, String text) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(replacement(
                        component, match.group(), match.group(1), match.group(2) == null ? "" : match.group(2))));
    }

    private String replacement(String component, String whole, String kind, String argument) {
        return switch (kind) {
            case "port" -> Integer.toString(portNamed(argument));
            case "secret" -> secret(argument);
            case "signing-keys" -> signingKeys.folder().toString();
            case "wechatpay-keys" -> weChatPayKeys.folder().toString();
            case "data" -> home.data(component).toString();
            case "tmp" -> home.temporary(component).toString();
            default -> throw new TopologyException(component + ": " + whole + " is no placeholder.");
        };
    }

    /** NAME, or NAME:LENGTH for what must have a certain length. */
    private String secret(String reference) {
        int colon = reference.indexOf(':');
        return colon < 0
                ? secrets.value(reference)
                : secrets.value(reference.substring(0, colon))
                        .substring(0, Integer.parseInt(reference.substring(colon + 1)));
    }

    private int portNamed(String reference) {
        int dot = reference.indexOf('.');
        return dot < 0 ? port(reference) : port(reference.substring(0, dot), reference.substring(dot + 1));
    }
}
