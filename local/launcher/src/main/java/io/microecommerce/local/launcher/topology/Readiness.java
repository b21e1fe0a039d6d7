package io.microecommerce.local.launcher.topology;

import java.time.Duration;

/**
 * When a component counts as started.
 *
 * @param how what is asked
 * @param target a port's name, or for {@link How#LOG} the text its log must contain
 * @param path the path asked over HTTP, otherwise empty
 * @param within the longest time it may take from the start of its process
 */
public record Readiness(How how, String target, String path, Duration within) {

    /** What is asked of the component. */
    public enum How {
        /** The port accepts a connection. */
        TCP,
        /** The path answers with a 2xx status. */
        HTTP,
        /** The log contains the text. */
        LOG,
        /** PostgreSQL answers a query of its superuser. */
        SQL,
        /** Redis answers PONG to an authenticated PING. */
        REDIS
    }

    /** In words, for a message: {@code HTTP 200 from port http, path /health}. */
    public String describe() {
        return switch (how) {
            case TCP -> "accept connections on its port '" + target + "'";
            case HTTP -> "answer 2xx to GET " + path + " on its port '" + target + "'";
            case LOG -> "write '" + target + "' to its log";
            case SQL -> "answer SELECT 1";
            case REDIS -> "answer PING";
        };
    }
}
