package io.microecommerce.gateway;

import io.microecommerce.api.invariant.InvariantFacade;
import io.microecommerce.api.invariant.InvariantView;
import io.microecommerce.gateway.invariant.InvariantBoard;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the services have checked: svc-order has not yet, and svc-product cannot any more. */
public final class FakeInvariants {

    public static final List<String> SERVICES = List.of("svc-customer", "svc-order", "svc-payment", "svc-product");

    /** Those that do not answer. */
    public final Set<String> silent = ConcurrentHashMap.newKeySet();

    InvariantBoard board() {
        Map<String, InvariantFacade> all = SERVICES.stream().collect(Collectors.toMap(Function.identity(), this::of));
        return new InvariantBoard(all);
    }

    /** One service alone, as Dubbo offers it. */
    public InvariantFacade of(String service) {
        return () -> {
            if (silent.contains(service)) {
                throw new IllegalStateException("secret");
            }
            return List.of(
                    switch (service) {
                        case "svc-order" -> new InvariantView("history", "Orders end.", null, null, null);
                        case "svc-product" ->
                            new InvariantView("stock", "Stock adds up.", 0L, FakeServices.THEN, "It took too long.");
                        default -> new InvariantView("money", "Money adds up.", 2L, FakeServices.THEN, null);
                    });
        };
    }
}
