package io.microecommerce.local.process;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts one server and makes its outcome plain: one line when it is ready, or one line and exit code 1. */
public final class ServerProcess {

    private final String name;

    /** Takes the name that the lines begin with. */
    public ServerProcess(String name) {
        this.name = name;
    }

    /** Starts the server and tells where it listens. */
    @FunctionalInterface
    public interface Start {

        /**
         * Returns once the server is ready.
         *
         * @return what to say about it, such as its ports
         * @throws CannotStartException for a reason that a person can act on
         */
        String run(Environment environment) throws Exception;
    }

    /** Runs {@code start}; the process then lives on the server's threads, or ends here with exit code 1. */
    public void run(Start start) {
        try {
            String ready = start.run(Environment.ofThisProcess());
            log().info("{} is ready: {}", name, ready);
        } catch (CannotStartException told) {
            log().error("{} cannot start: {}", name, told.getMessage());
            System.exit(1);
        } catch (Exception | LinkageError unforeseen) {
            log().error("{} cannot start: {}", name, unforeseen.toString(), unforeseen);
            System.exit(1);
        }
    }

    /** Not a constant: some servers set up logging while they start, and the logger must not be older. */
    private static Logger log() {
        return LoggerFactory.getLogger(ServerProcess.class);
    }
}
