package io.microecommerce.local.launcher.cli;

import io.microecommerce.local.launcher.Platform;
import io.microecommerce.local.launcher.PlatformBuilder;
import io.microecommerce.local.launcher.installation.PlatformException;
import io.microecommerce.local.launcher.topology.TopologyException;
import io.microecommerce.local.launcher.topology.UnknownComponentException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The commands of {@code ./shop}: first argument the checkout, then the command and its arguments. All state lies in
 * {@code SHOP_HOME}, by default {@code .shop} in the checkout. Exit codes: 0 done, 1 failed, 2 called wrongly.
 */
public final class Main {
    private static final String HELP =
            """
            ./shop COMMAND - the whole platform on this machine

              up [--detach] [--port-offset N]   build what is stale, start everything; Ctrl-C stops it
                 [--with tracing]               and Zipkin beside it, which keeps the trace of each payment
              down                              stop everything
              status                            what runs, where, and how much memory it takes
              logs NAME [-f]                    the log of a component; -f follows it
              restart NAME                      build what is stale, stop and start one component
              kill NAME                         kill -9 one component, to see what happens
              reset [--yes]                     stop everything and delete its data and logs
              check                             whether balances equal their entries and the databases agree
              trace ORDER                       what happened to an order and its payments, with every service down as well
              import FILE                       load a catalogue, one product as JSON a line
              rotate-keys                       a new key for login tokens; who is logged in stays so
              bench pay [--threads N] [--seconds S] [--sku ID]
                                                how many payments a second, see bench/README.md
              chaos [--seed N] [--minutes M]    breaks a platform of its own and checks it, see docs/campaign.md
              help                              this

            Components, ports and dependencies: local/topology.yaml
            Data, logs and generated secrets:   .shop (or $SHOP_HOME)""";

    private Main() {}

    public static void main(String[] arguments) {
        Console console = new Console();
        int exit;
        try {
            exit = run(List.copyOf(Arrays.asList(arguments)), console);
        } catch (UsageException | UnknownComponentException e) {
            console.problem(e.getMessage());
            exit = 2;
        } catch (PlatformException | TopologyException e) {
            console.problem(e.getMessage());
            exit = 1;
        } catch (Exception e) {
            console.problem("Unexpected: " + e);
            exit = 1;
        }
        System.exit(exit);
    }

    private static int run(List<String> arguments, Console console) throws Exception {
        if (arguments.isEmpty()) {
            throw new UsageException("Main needs the checkout as its first argument; call ./shop instead.");
        }
        String command = arguments.size() > 1 ? arguments.get(1) : "help";
        List<String> rest = arguments.subList(Math.min(2, arguments.size()), arguments.size());
        PlatformBuilder platform = Platform.open(Path.of(arguments.get(0))).progress(console);
        String home = System.getenv("SHOP_HOME");
        if (home != null && !home.isBlank()) {
            platform.home(Path.of(home));
        }
        return switch (command) {
            case "up" -> new UpCommand(console, platform).run(rest);
            case "down" -> new DownCommand(console, platform).run(rest);
            case "status" -> new StatusCommand(console, platform).run(rest);
            case "logs" -> new LogsCommand(console, platform).run(rest);
            case "restart" -> new RestartCommand(console, platform).run(rest);
            case "kill" -> new KillCommand(console, platform).run(rest);
            case "reset" -> new ResetCommand(console, platform).run(rest);
            case "check" -> new CheckCommand(console, platform).run(rest);
            case "trace" -> new TraceCommand(console, platform).run(rest);
            case "import" -> new ImportCommand(console, platform).run(rest);
            case "rotate-keys" -> new RotateKeysCommand(console, platform).run(rest);
            case "help", "--help", "-h" -> {
                console.line("%s", HELP);
                yield 0;
            }
            default ->
                throw new UsageException(
                        "There is no command '" + command
                                + "'. There are: up, down, status, logs, restart, kill, reset, check, trace, import, rotate-keys, bench, chaos, help.");
        };
    }
}
