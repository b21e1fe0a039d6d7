package io.microecommerce.seata;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;

/**
 * The settings that the TC takes from its environment, all checked before anything starts. {@code application.yml} reads
 * the same variables; this class exists so that a missing one is named in one line instead of in a Spring stack trace.
 *
 * @param port where TM and RM connect
 * @param consolePort where the console and {@code /health} listen
 * @param serverAddress what the console binds to
 * @param clientToken the secret that a TM or RM proves to know, at least 16 characters
 * @param home folder for what the TC writes itself
 * @param registry where clients find the TC: {@code nacos}, or {@code file} when they name its address themselves
 * @param databaseUrl JDBC URL of the TC's own PostgreSQL database
 */
record TcSettings(
        int port,
        int consolePort,
        String serverAddress,
        String clientToken,
        Path home,
        String registry,
        String databaseUrl,
        String databaseUser,
        String databasePassword) {

    /** The console signs its sessions with HMAC-SHA256, which takes no shorter key. */
    private static final int CONSOLE_SECRET_KEY_MIN_BYTES = 32;

    private static final int CLIENT_TOKEN_MIN_LENGTH = 16;

    /** The longest global transaction of svc-payment, 10 s, and a Dubbo call, 3 s, and some air. */
    private static final int RETRY_DEAD_LEAST_MILLIS = 15_000;

    private static final String LOOPBACK = "127.0.0.1";

    /**
     * Reads and checks every variable.
     *
     * @throws InvalidSettingException naming the first variable that is missing or invalid
     */
    static TcSettings of(Map<String, String> environment) {
        String registry = required(environment, "SEATA_REGISTRY");
        switch (registry) {
            case "nacos" -> {
                required(environment, "NACOS_ADDR");
                required(environment, "NACOS_USERNAME");
                required(environment, "NACOS_PASSWORD");
            }
            case "file" -> {}
            default -> throw new InvalidSettingException("SEATA_REGISTRY", "must be nacos or file");
        }
        required(environment, "SEATA_CONSOLE_USERNAME");
        required(environment, "SEATA_CONSOLE_PASSWORD");
        requireConsoleSecretKey(environment);
        requireRetryDead(environment);
        return new TcSettings(
                port(environment, "SEATA_PORT"),
                port(environment, "SEATA_CONSOLE_PORT"),
                serverAddress(environment),
                clientToken(environment),
                folder(environment, "SEATA_HOME"),
                registry,
                databaseUrl(environment),
                required(environment, "POSTGRES_USER"),
                required(environment, "POSTGRES_PASSWORD"));
    }

    /**
     * Reads only the token.
     *
     * @throws InvalidSettingException when it is missing or too short
     */
    static String clientToken(Map<String, String> environment) {
        String token = required(environment, "SEATA_TOKEN");
        if (token.length() < CLIENT_TOKEN_MIN_LENGTH) {
            throw new InvalidSettingException(
                    "SEATA_TOKEN", "must have at least " + CLIENT_TOKEN_MIN_LENGTH + " characters");
        }
        return token;
    }

    /** What the console binds to; loopback unless the environment says otherwise. */
    static String serverAddress(Map<String, String> environment) {
        String address = environment.get("SERVER_ADDRESS");
        return address == null || address.isBlank() ? LOOPBACK : address;
    }

    private static void requireConsoleSecretKey(Map<String, String> environment) {
        String variable = "SEATA_CONSOLE_SECRET_KEY";
        String wanted = "must be base64 of at least " + CONSOLE_SECRET_KEY_MIN_BYTES + " bytes";
        try {
            if (Base64.getDecoder().decode(required(environment, variable)).length < CONSOLE_SECRET_KEY_MIN_BYTES) {
                throw new InvalidSettingException(variable, wanted);
            }
        } catch (IllegalArgumentException notBase64) {
            throw new InvalidSettingException(variable, wanted);
        }
    }

    /** Optional: after how long the TC takes over a phase two that another process was to drive. */
    private static void requireRetryDead(Map<String, String> environment) {
        String variable = "SEATA_RETRY_DEAD_MILLIS";
        try {
            if (Integer.parseInt(environment.getOrDefault(variable, "30000")) >= RETRY_DEAD_LEAST_MILLIS) {
                return;
            }
        } catch (NumberFormatException notANumber) {
            // Falls through to the one answer for both.
        }
        throw new InvalidSettingException(variable, "must be at least " + RETRY_DEAD_LEAST_MILLIS);
    }

    private static String databaseUrl(Map<String, String> environment) {
        String url = required(environment, "POSTGRES_URL");
        if (!url.startsWith("jdbc:postgresql://")) {
            throw new InvalidSettingException("POSTGRES_URL", "must start with jdbc:postgresql://");
        }
        return url;
    }

    private static int port(Map<String, String> environment, String variable) {
        try {
            int port = Integer.parseInt(required(environment, variable));
            if (port > 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // Falls through to the one answer for both.
        }
        throw new InvalidSettingException(variable, "must be a port between 1 and 65535");
    }

    private static Path folder(Map<String, String> environment, String variable) {
        try {
            return Path.of(required(environment, variable)).toAbsolutePath();
        } catch (InvalidPathException notAPath) {
            throw new InvalidSettingException(variable, "must be a folder");
        }
    }

    private static String required(Map<String, String> environment, String variable) {
        String value = environment.get(variable);
        if (value == null || value.isBlank()) {
            throw new InvalidSettingException(variable, "is not set");
        }
        return value;
    }
}
