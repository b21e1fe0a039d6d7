package io.microecommerce.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.marcnuri.helm.LintResult;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.microecommerce.helm.Charts.Profile;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each chart lints, and all that it renders is what Kubernetes and Istio know, to the last field. */
class ChartsAreSoundTest {

    static Stream<Profile> profiles() {
        return Charts.profiles().stream();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void lintsStrictly(Profile profile) {
        Cluster.running();

        LintResult result = Charts.lint(profile);

        assertThat(result.isFailed()).as(result.getMessages().toString()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void rendersNoFieldThatItsTypeDoesNotHave(Profile profile) {
        List<String> unknown = new ArrayList<>();
        for (HasMetadata object : Charts.rendered(profile).objects()) {
            String name = object.getKind() + "/" + object.getMetadata().getName();
            if (object instanceof GenericKubernetesResource) {
                unknown.add(name + " is of no known type");
            } else {
                unknown(object, name, unknown);
            }
        }

        assertThat(unknown).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void rendersWhatItsTypeReadsBack(Profile profile) {
        Rendered rendered = Charts.rendered(profile);

        for (int i = 0; i < rendered.objects().size(); i++) {
            JsonNode written = Rendered.MAPPER.valueToTree(rendered.documents().get(i));
            JsonNode readBack = Rendered.MAPPER.valueToTree(rendered.objects().get(i));
            assertThat(Rendered.leaves(readBack)).containsExactlyInAnyOrderElementsOf(Rendered.leaves(written));
        }
    }

    @Test
    void noticesAMisspeltField() {
        Rendered rendered = Rendered.of(
                """
                apiVersion: security.istio.io/v1
                kind: PeerAuthentication
                metadata: {name: misspelt}
                spec: {mtls: {mod: STRICT}}
                """);
        List<String> unknown = new ArrayList<>();
        unknown(rendered.objects().get(0), "it", unknown);

        assertThat(unknown).containsExactly("it.Spec.Mtls: {mod=STRICT}");
    }

    /** Collects what went into no field, anywhere below. */
    static void unknown(Object object, String path, List<String> found) {
        for (Method getter : object.getClass().getMethods()) {
            if (!getter.getName().startsWith("get") || getter.getParameterCount() > 0) {
                continue;
            }
            Object value = invoke(getter, object);
            if (getter.getName().equals("getAdditionalProperties")) {
                if (value instanceof Map<?, ?> rest && !rest.isEmpty()) {
                    found.add(path + ": " + rest);
                }
            } else if (value instanceof Collection<?> items) {
                items.stream().filter(ChartsAreSoundTest::isModel).forEach(it -> unknown(it, path + "[]", found));
            } else if (value instanceof Map<?, ?> map) {
                map.values().stream()
                        .filter(ChartsAreSoundTest::isModel)
                        .forEach(it -> unknown(it, path + "{}", found));
            } else if (isModel(value)) {
                unknown(value, path + "." + getter.getName().substring(3), found);
            }
        }
    }

    private static boolean isModel(Object value) {
        return value != null
                && value.getClass().getName().startsWith("io.fabric8.")
                && !value.getClass().isEnum();
    }

    private static Object invoke(Method getter, Object object) {
        try {
            return getter.invoke(object);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(getter.toString(), e);
        }
    }
}
