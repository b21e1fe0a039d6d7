package io.microecommerce.seata;

import io.seata.common.loader.EnhancedServiceLoader;
import io.seata.core.rpc.RegisterCheckAuthHandler;
import io.seata.server.ServerApplication;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;

/**
 * Starts the TC and its console. Exits with 1 and one line when a setting, a port or the database is not usable; stops in
 * order on SIGTERM. Ready when {@code GET /health} on the console's port answers {@code ok}.
 */
public final class SeataServer {

    /**
     * Phase two of a transaction waits for its branches on the common pool, one thread a branch. The pool's default, one
     * thread less than cores, would let a few slow branches hold up all others.
     */
    private static final String COMMON_POOL_THREADS = "16";

    private SeataServer() {}

    /** Takes no arguments: everything comes from the environment, see {@link TcSettings}. */
    public static void main(String[] arguments) {
        System.setProperty("java.util.concurrent.ForkJoinPool.common.parallelism", COMMON_POOL_THREADS);
        Logger log = LoggerFactory.getLogger(SeataServer.class);
        try {
            TcSettings settings = TcSettings.of(System.getenv());
            requireFree("SEATA_PORT", settings.port());
            requireFree("SEATA_CONSOLE_PORT", settings.consolePort());
            // Seata's libraries and the Nacos client keep logs and snapshots in the user's home otherwise.
            System.setProperty("user.home", settings.home().toString());
            TcSchema.migrate(settings);
            SpringApplication application = new SpringApplication(ServerApplication.class);
            application.addInitializers(context -> requireTokenCheck());
            application.run();
            log.info(
                    "Seata TC is ready: transactions on port {}, console on {}:{}, registry {}",
                    settings.port(),
                    settings.serverAddress(),
                    settings.consolePort(),
                    settings.registry());
        } catch (InvalidSettingException | IllegalStateException cannotStart) {
            log.error("Seata TC cannot start: {}", cannotStart.getMessage());
            System.exit(1);
        } catch (FlywayException noSchema) {
            log.error("Seata TC cannot start: its database is not usable: {}", firstLine(noSchema));
            System.exit(1);
        }
    }

    /** A TC that would let every client in must not run, whatever the class path has become. */
    private static void requireTokenCheck() {
        if (!(EnhancedServiceLoader.load(RegisterCheckAuthHandler.class) instanceof ClientTokenCheck)) {
            throw new IllegalStateException("the check of SEATA_TOKEN is not the one that Seata would use");
        }
    }

    /** Seata and Tomcat report a taken port in a stack trace of their own; this says it in a line, before anything runs. */
    private static void requireFree(String variable, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
        } catch (IOException taken) {
            throw new InvalidSettingException(variable, "is " + port + ", and that port is taken");
        }
    }

    private static String firstLine(FlywayException failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        return message.strip().lines().findFirst().orElse(cause.toString());
    }
}
