package io.microecommerce.setup;

import io.microecommerce.local.process.CannotStartException;
import io.microecommerce.local.process.Environment;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does one task and ends, with 0 when it is done and with 1 and one line when it is not. */
public final class Setup {

    private static final Logger log = LoggerFactory.getLogger(Setup.class);
    private static final String USAGE =
            "Usage: migrate DATABASE (a folder of sql/), nacos FOLDER (of *.properties), health GATEWAY or purchase GATEWAY (its URL)";

    private Setup() {}

    /** Takes the task and what it is done to; addresses and passwords come from the environment. */
    public static void main(String[] arguments) {
        try {
            log.info("{}", run(Arrays.asList(arguments), Environment.ofThisProcess()));
        } catch (CannotStartException told) {
            log.error("Not done: {}", told.getMessage());
            System.exit(1);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            log.error("Not done: stopped");
            System.exit(1);
        }
    }

    /**
     * @return what was done
     * @throws CannotStartException if it is not done, saying why
     */
    public static String run(List<String> task, Environment environment) throws InterruptedException {
        if (task.size() != 2) {
            throw new CannotStartException(USAGE);
        }
        return switch (task.get(0)) {
            case "migrate" -> Migration.run(task.get(1), environment);
            case "health" -> new Storefront(task.get(1)).awaitHealth();
            case "purchase" -> new Purchase(new Storefront(task.get(1)), environment).run();
            case "nacos" -> NacosSetup.run(task.get(1), environment);
            default -> throw new CannotStartException(USAGE);
        };
    }
}
