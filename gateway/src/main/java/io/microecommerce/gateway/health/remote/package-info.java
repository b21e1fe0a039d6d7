/** Asks each service's own health over HTTP, at the addresses the registry knows. */
@NullMarked
package io.microecommerce.gateway.health.remote;

import org.jspecify.annotations.NullMarked;
