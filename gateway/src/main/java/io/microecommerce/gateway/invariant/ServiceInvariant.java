package io.microecommerce.gateway.invariant;

import io.microecommerce.api.invariant.InvariantView;

/** An invariant and the service that checks it. */
public record ServiceInvariant(String service, InvariantView invariant) {}
