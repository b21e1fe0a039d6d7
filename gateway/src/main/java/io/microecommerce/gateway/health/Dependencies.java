package io.microecommerce.gateway.health;

/** Asks what the gateway depends on. A method may block or throw; either counts as down. */
public interface Dependencies {

    /** @param name of a service in the registry; it is down if the registry knows no instance of it */
    HealthReport service(String name);

    HealthReport registry();
}
