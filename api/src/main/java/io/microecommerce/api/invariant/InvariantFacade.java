package io.microecommerce.api.invariant;

import io.microecommerce.api.error.Refusal;
import java.util.List;

/**
 * What a service checks in its own database while it runs. Each service that has a database offers it in the Dubbo group of its own
 * name, such as {@code svc-order}. It tells of checks that are done; it starts none.
 */
public interface InvariantFacade {

    /** All of them, in an order that stays. */
    List<InvariantView> invariants() throws Refusal;
}
