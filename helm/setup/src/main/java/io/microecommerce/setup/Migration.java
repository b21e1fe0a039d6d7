package io.microecommerce.setup;

import io.microecommerce.local.process.CannotStartException;
import io.microecommerce.local.process.Environment;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;

/** Brings a database to the newest version in its folder of {@code sql/}, just as the service that owns it would. */
final class Migration {

    /** In seconds: a database that starts beside us is waited for. */
    private static final int CONNECT_RETRIES = 120;

    private Migration() {}

    /**
     * Takes POSTGRES_URL, POSTGRES_USER and POSTGRES_PASSWORD.
     *
     * @param database a folder of {@code sql/}, such as {@code order}
     */
    static String run(String database, Environment environment) {
        String folder = "sql/" + database;
        if (!database.matches("[a-z]+") || Migration.class.getClassLoader().getResource(folder) == null) {
            throw new CannotStartException("there are no migrations in " + folder);
        }
        try {
            MigrateResult result = Flyway.configure(Migration.class.getClassLoader())
                    .dataSource(
                            environment.text("POSTGRES_URL"),
                            environment.text("POSTGRES_USER"),
                            environment.text("POSTGRES_PASSWORD"))
                    .locations("classpath:" + folder)
                    .connectRetries(CONNECT_RETRIES)
                    .connectRetriesInterval(1)
                    .loggers("slf4j")
                    .load()
                    .migrate();
            return database + ": " + result.migrationsExecuted + " migrations applied";
        } catch (FlywayException failed) {
            throw new CannotStartException(database + ": " + innermost(failed), failed);
        }
    }

    private static String innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        return message.strip().lines().findFirst().orElse(cause.toString());
    }
}
