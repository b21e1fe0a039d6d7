package io.microecommerce.bench.cli;

import io.microecommerce.bench.BenchException;
import io.microecommerce.local.launcher.Platform;
import io.microecommerce.local.launcher.PlatformBuilder;
import io.microecommerce.local.launcher.installation.PlatformException;
import io.microecommerce.local.launcher.topology.TopologyException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * {@code ./shop bench}: first argument the checkout, then what to measure and its options. Exit codes: 0 measured and the books
 * agree, 1 not measured or they do not, 2 called wrongly.
 */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        Console console = new Console();
        int exit;
        try {
            exit = run(Arrays.asList(arguments), console);
        } catch (UsageException e) {
            console.problem(String.valueOf(e.getMessage()));
            exit = 2;
        } catch (BenchException | PlatformException | TopologyException e) {
            console.problem(String.valueOf(e.getMessage()));
            exit = 1;
        } catch (Exception e) {
            console.problem("Unexpected: " + e);
            exit = 1;
        }
        System.exit(exit);
    }

    private static int run(List<String> arguments, Console console) throws Exception {
        if (arguments.size() < 2 || !arguments.get(1).equals("pay")) {
            throw new UsageException(PayOptions.USAGE);
        }
        PayOptions options = PayOptions.parse(arguments.subList(2, arguments.size()));
        PlatformBuilder builder = Platform.open(Path.of(arguments.get(0)));
        String home = System.getenv("SHOP_HOME");
        if (home != null && !home.isBlank()) {
            builder.home(Path.of(home));
        }
        Report report = new PayBench(RunningPlatform.find(builder), options, console::line).run();
        console.lines(new ReportText(report).lines());
        return report.audit().agrees() ? 0 : 1;
    }
}
