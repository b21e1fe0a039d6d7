package io.microecommerce.setup;

import io.microecommerce.local.process.CannotStartException;
import io.microecommerce.local.process.Environment;
import io.microecommerce.local.process.nacos.NacosAccounts;
import io.microecommerce.local.process.nacos.NacosAccounts.Account;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Creates the accounts of a Nacos and the configuration that it lacks. */
final class NacosSetup {

    private static final Duration ANSWERS_WITHIN = Duration.ofMinutes(4);

    private NacosSetup() {}

    /**
     * Takes NACOS_ADDR, NACOS_ADMIN_PASSWORD, NACOS_USERNAME and NACOS_PASSWORD.
     *
     * @param folder where the configuration stands, in files {@code DATA-ID.properties}
     */
    static String run(String folder, Environment environment) throws InterruptedException {
        NacosAccounts nacos = new NacosAccounts("http://" + environment.text("NACOS_ADDR"));
        String admin = environment.text("NACOS_ADMIN_PASSWORD");
        Account user = new Account(environment.text("NACOS_USERNAME"), environment.text("NACOS_PASSWORD"));
        Map<String, String> configuration = configuration(Path.of(folder));
        long deadline = System.nanoTime() + ANSWERS_WITHIN.toNanos();
        while (true) {
            try {
                nacos.prepare(admin, user, configuration);
                return "Nacos: its account " + user + " works, configuration " + configuration.keySet();
            } catch (IOException away) {
                if (System.nanoTime() > deadline) {
                    throw new CannotStartException("Nacos does not answer: " + away, away);
                }
                TimeUnit.SECONDS.sleep(2);
            }
        }
    }

    static Map<String, String> configuration(Path folder) {
        Map<String, String> found = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.properties")) {
            for (Path file : files) {
                found.put(file.getFileName().toString(), Files.readString(file));
            }
            return found;
        } catch (IOException unreadable) {
            throw new CannotStartException("cannot read the configuration in " + folder, unreadable);
        }
    }
}
