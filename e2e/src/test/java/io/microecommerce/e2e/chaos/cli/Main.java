package io.microecommerce.e2e.chaos.cli;

import io.microecommerce.e2e.chaos.Campaign;
import io.microecommerce.e2e.chaos.Report;
import io.microecommerce.e2e.shop.PostOffice;
import io.microecommerce.e2e.shop.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * {@code ./shop chaos}: first argument the checkout, then the options. Exit codes: 0 every rule held, 1 one did not or the campaign
 * could not be run, 2 called wrongly.
 */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        List<String> words = Arrays.asList(arguments);
        int exit;
        try {
            exit = run(Path.of(words.get(0)), ChaosOptions.parse(words.subList(1, words.size())));
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            exit = 2;
        } catch (IOException | RuntimeException failure) {
            System.err.println("The campaign could not be run: " + failure.getMessage());
            exit = 1;
        }
        System.exit(exit);
    }

    private static int run(Path checkout, ChaosOptions options) throws IOException {
        Path runs = Files.createDirectories(checkout.resolve("e2e/target/chaos"));
        Path home = Files.createTempDirectory(runs, "seed-" + options.seed() + "-");
        System.out.println("Starting a platform of its own in " + home + " ...");
        AtomicReference<Campaign> running = new AtomicReference<>();
        // Whatever happens, Ctrl-C among it, nothing is left running or frozen.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(running.get()), "stop"));
        Shop shop = Shop.start(checkout, home, new PostOffice());
        Campaign campaign = new Campaign(shop, options.seed(), options.faultsFor(), home);
        running.set(campaign);
        Report report = campaign.run();
        Files.writeString(home.resolve("report.json"), report.json());
        report.lines().forEach(System.out::println);
        System.out.println("History, report and logs: " + home);
        return exitCode(report);
    }

    static int exitCode(Report report) {
        return report.holds() ? 0 : 1;
    }

    private static void stop(Campaign running) {
        if (running != null) {
            running.abandon();
        }
        Shop.closeIfOpen();
    }
}
