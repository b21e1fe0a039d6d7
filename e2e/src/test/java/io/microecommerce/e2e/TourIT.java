package io.microecommerce.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.microecommerce.e2e.shop.Shop;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents tell people to type, run as it is printed, but for the port. */
class TourIT {

    private static final Pattern BLOCK = Pattern.compile("```bash tour\\n(.*?)```", Pattern.DOTALL);

    private final Shop shop = Shop.open();

    @Test
    void everyCommandOfTheTourWorks() throws IOException, InterruptedException {
        assertThat(runBlocksOf("README.md"))
                .contains("\"status\":\"PAID\"")
                .contains("\"points\":178")
                .contains("\"rate_basis_points\"")
                .contains("\"ORDER_PAID\"")
                .contains("\"INSUFFICIENT_BALANCE\"");
    }

    @Test
    void everyCommandOfTheDayInTheShopWorks() throws IOException, InterruptedException {
        assertThat(runBlocksOf("docs/api.md"))
                .contains("\"available\":10")
                .contains("\"status\":\"PAID\"")
                .contains("\"SKU_LIMIT_REACHED\"")
                .contains("\"tracking_number\":\"SF1234567890\"")
                .contains("\"status\":\"COMPLETED\"")
                .contains("\"minor\":5900")
                .contains("\"VERSION_CONFLICT\"");
    }

    private String runBlocksOf(String document) throws IOException, InterruptedException {
        assumeTrue(curlIsThere(), "The commands of " + document + " were NOT run: there is no curl");
        String text = Files.readString(shop.platform().installation().checkout().resolve(document));
        String commands = BLOCK.matcher(text)
                .results()
                .map((MatchResult block) -> block.group(1))
                .collect(Collectors.joining("\n"));
        assertThat(commands).contains("http://127.0.0.1:8080");
        return run(commands.replace("http://127.0.0.1:8080", shop.gateway().toString()));
    }

    private static String run(String script) throws IOException, InterruptedException {
        Process bash = new ProcessBuilder("bash", "-euo", "pipefail", "-c", script)
                .redirectErrorStream(true)
                .start();
        String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(bash.exitValue()).as(output).isZero();
        return output;
    }

    private static boolean curlIsThere() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> new File(folder, "curl").canExecute());
    }
}
