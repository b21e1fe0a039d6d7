package io.microecommerce.seata;

import org.flywaydb.core.Flyway;

/** Brings the TC's own tables to the version in {@code sql/seata}; Seata itself creates none. */
class TcSchema {

    private TcSchema() {}

    /**
     * Applies what is missing. Several TCs may start at once: Flyway's lock lets one of them work.
     *
     * @throws org.flywaydb.core.api.FlywayException when the database cannot be reached or a migration fails
     */
    static void migrate(TcSettings settings) {
        Flyway.configure(TcSchema.class.getClassLoader())
                .dataSource(settings.databaseUrl(), settings.databaseUser(), settings.databasePassword())
                .locations("classpath:db/migration")
                .loggers("slf4j")
                .load()
                .migrate();
    }
}
