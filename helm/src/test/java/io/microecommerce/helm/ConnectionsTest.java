package io.microecommerce.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.microecommerce.helm.Charts.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All pools together, with as many pods as may be, fit into the one PostgreSQL of the chart `backing`. */
class ConnectionsTest {

    /** PostgreSQL's own default of superuser_reserved_connections. */
    private static final int FOR_SUPERUSERS = 3;

    /** A pod is replaced by starting another one first. */
    private static final int SURGE = 1;

    private static final int TCS = 2;

    @ParameterizedTest
    @CsvSource({"defaults", "minikube", "production"})
    void everybodyFindsAConnection(String profile) throws IOException {
        Rendered shop = Charts.rendered(new Profile("shop", profile));

        int services = shop.all(Deployment.class)
                .mapToInt(deployment -> (pods(shop, deployment) + SURGE) * connections(deployment))
                .sum();
        int tcs = (TCS + SURGE) * poolOfATc();

        assertThat(services).isPositive();
        assertThat(services + tcs + FOR_SUPERUSERS).isLessThanOrEqualTo(allowed());
    }

    /** What rendering checks is what the server of `backing` allows. */
    @Test
    void theChartsAgreeOnWhatTheServerAllows() throws IOException {
        assertThat(Files.readString(Path.of("shop/values.yaml")))
                .contains("maxConnections: " + allowed() + ", reservedConnections: 70");
        assertThat((TCS + SURGE) * poolOfATc() + FOR_SUPERUSERS).isLessThanOrEqualTo(70);
    }

    private static int pods(Rendered shop, Deployment deployment) {
        return shop.find(HorizontalPodAutoscaler.class, deployment.getMetadata().getName())
                .map(scaler -> scaler.getSpec().getMaxReplicas())
                .orElseGet(() -> deployment.getSpec().getReplicas());
    }

    private static int connections(Deployment deployment) {
        return deployment.getSpec().getTemplate().getSpec().getContainers().stream()
                .map(Container::getEnv)
                .flatMap(List::stream)
                .filter(variable -> variable.getName().equals("POSTGRES_CONNECTIONS"))
                .map(EnvVar::getValue)
                .mapToInt(Integer::parseInt)
                .sum();
    }

    private static int allowed() {
        return Charts.rendered(new Profile("backing", "minikube"))
                .find(StatefulSet.class, "postgres")
                .orElseThrow()
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0)
                .getArgs()
                .stream()
                .filter(argument -> argument.startsWith("max_connections="))
                .map(argument -> argument.substring("max_connections=".length()))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElseThrow();
    }

    private static int poolOfATc() throws IOException {
        Matcher pool = Pattern.compile("max-conn: (\\d+)")
                .matcher(Files.readString(Path.of("../seata-server/src/main/resources/application.yml")));
        assertThat(pool.find()).isTrue();
        return Integer.parseInt(pool.group(1));
    }
}
