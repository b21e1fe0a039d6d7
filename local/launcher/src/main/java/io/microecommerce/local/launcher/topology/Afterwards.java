package io.microecommerce.local.launcher.topology;

/** What the launcher does once a component is ready and before those that need it start. */
public enum Afterwards {
    NOTHING,
    /** Creates the databases and logins of the topology. */
    DATABASES,
    /** Creates the accounts in Nacos and the configuration that is absent. */
    NACOS
}
