package io.microecommerce.local.launcher.topology;

/** How a component is started. */
public enum Kind {
    /** PostgreSQL's own program, unpacked from a Maven jar. */
    POSTGRES,
    /** Redis' own program, unpacked from a Maven jar. */
    REDIS,
    /** A Maven module of this checkout, run from its class folder. */
    JVM,
    /** Any other program, named with its arguments. */
    COMMAND
}
