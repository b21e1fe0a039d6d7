package io.microecommerce.local.launcher.topology;

/** On which addresses of this machine a component takes its ports. */
public enum Binds {
    /** Some cannot be told otherwise: nobody may hold the port on any address. */
    ALL,
    /** On 127.0.0.1 only; somebody else may have the same port on another address. */
    LOOPBACK
}
