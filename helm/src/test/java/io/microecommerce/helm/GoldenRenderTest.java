package io.microecommerce.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.microecommerce.helm.Charts.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Shows a reviewer what a change of the charts does to what is installed: all of it for minikube, and for the other profiles how
 * they differ from that. After an intended change: {@code ./mvnw -pl helm test -Dtest=GoldenRenderTest -Dgolden=write}.
 */
class GoldenRenderTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final String BASE = "minikube";

    static Stream<Profile> profiles() {
        return Charts.profiles().stream();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void rendersAsReviewed(Profile profile) throws IOException {
        boolean isBase = profile.name().equals(BASE);
        Path file = FOLDER.resolve(profile + (isBase ? ".yaml" : ".diff"));
        String rendered = isBase
                ? withoutSecrets(Charts.rendered(profile).text())
                : difference(Charts.rendered(new Profile(profile.chart(), BASE)), Charts.rendered(profile));
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, rendered);
        }

        assertThat(rendered).isEqualTo(Files.readString(file));
    }

    /** The values of generated Secrets, which differ each time, and blank lines, which mean nothing. */
    private static String withoutSecrets(String text) {
        return text.replaceAll(
                        "(?m)^(  [a-z0-9_.-]+(?:token|password|key|value|pem)): [A-Za-z0-9+/=]{20,}$", "$1: GENERATED")
                .replaceAll("(?m)^\\s*\\n", "");
    }

    private static String difference(Rendered before, Rendered after) {
        Map<String, List<String>> old = leaves(before);
        Map<String, List<String>> now = leaves(after);
        TreeSet<String> names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        StringBuilder text = new StringBuilder();
        for (String name : names) {
            if (!now.containsKey(name)) {
                text.append("- ").append(name).append('\n');
            } else if (!old.containsKey(name)) {
                text.append("+ ").append(name).append('\n');
                now.get(name).forEach(leaf -> text.append("  + ").append(leaf).append('\n'));
            } else {
                List<String> gone = without(old.get(name), now.get(name));
                List<String> come = without(now.get(name), old.get(name));
                if (!gone.isEmpty() || !come.isEmpty()) {
                    text.append(name).append('\n');
                    gone.forEach(leaf -> text.append("  - ").append(leaf).append('\n'));
                    come.forEach(leaf -> text.append("  + ").append(leaf).append('\n'));
                }
            }
        }
        return text.toString();
    }

    private static Map<String, List<String>> leaves(Rendered rendered) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (int i = 0; i < rendered.objects().size(); i++) {
            HasMetadata object = rendered.objects().get(i);
            if (!(object instanceof Secret)) {
                found.put(
                        object.getKind() + "/" + object.getMetadata().getName(),
                        Rendered.leaves(
                                Rendered.MAPPER.valueToTree(rendered.documents().get(i))));
            }
        }
        return found;
    }

    private static List<String> without(List<String> all, List<String> those) {
        List<String> rest = new ArrayList<>(all);
        rest.removeAll(those);
        return rest;
    }
}
