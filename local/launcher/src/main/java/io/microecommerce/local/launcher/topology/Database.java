package io.microecommerce.local.launcher.topology;

/**
 * A PostgreSQL database and the one login that owns it.
 *
 * @param name name of the database
 * @param login name of its owner, whose password is the secret {@link #secret()}
 */
public record Database(String name, String login) {

    /** Both are written into SQL that has no parameters (CREATE DATABASE), so only plain identifiers pass. */
    public Database {
        for (String identifier : new String[] {name, login}) {
            if (!identifier.matches("[a-z][a-z0-9_]{0,62}")) {
                throw new TopologyException("databases: '" + identifier
                        + "' is no plain identifier: use lower-case letters, digits and _, at most 63.");
            }
        }
    }

    /** Name of the secret that holds the login's password. */
    public String secret() {
        return login + ".password";
    }
}
