package io.microecommerce.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.helm.Charts.Profile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** There is no Terraform here to ask; its module names files, profiles and a chart that wants to be waited for. */
class TerraformTest {

    private static final Pattern PROFILE = Pattern.compile("(\\w+) *= \\{ backing = \\[([^]]+)], shop = \\[([^]]+)] }");

    private final String module = read();

    @Test
    void itsProfilesAreThoseOfTheChartsAndRender() {
        var profiles = PROFILE.matcher(module).results().toList();

        assertThat(profiles).extracting(found -> found.group(1)).containsExactly("minikube", "production");
        assertThat(module).contains("contains([\"minikube\", \"production\"], var.profile)");
        for (MatchResult profile : profiles) {
            assertThat(Charts.profiles()).contains(chart("backing", profile.group(2)), chart("shop", profile.group(3)));
        }
    }

    /** The services want the account that a Job of the chart makes in Nacos. */
    @Test
    void waitsForTheJobsOfTheBackEnds() {
        String backing = module.substring(module.indexOf("\"helm_release\" \"backing\""));

        assertThat(backing.substring(0, backing.indexOf("\n}"))).containsPattern("wait_for_jobs +=? *true");
    }

    private static Profile chart(String name, String files) {
        return new Profile(name, files.replace("\"", "").replace(", ", "+"));
    }

    private static String read() {
        try {
            return Files.readString(Path.of("terraform/main.tf"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
