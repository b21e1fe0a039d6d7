package io.microecommerce.gateway.invariant;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.invariant.InvariantFacade;
import io.microecommerce.service.rpc.Failures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks every service that checks invariants; who does not answer is named, and all else is told. */
public final class InvariantBoard {

    private static final Logger log = LoggerFactory.getLogger(InvariantBoard.class);

    private final SortedMap<String, InvariantFacade> services;

    public InvariantBoard(Map<String, InvariantFacade> services) {
        this.services = new TreeMap<>(services);
    }

    /** @param missing services that did not answer */
    public record Answer(List<ServiceInvariant> items, List<String> missing) {}

    public Answer read() {
        List<ServiceInvariant> items = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        services.forEach((service, facade) -> {
            try {
                facade.invariants().forEach(invariant -> items.add(new ServiceInvariant(service, invariant)));
            } catch (RuntimeException failure) {
                ErrorCode code = Failures.toRefusal(failure).code();
                log.warn("The invariants of {} are missing: {}", service, code);
                missing.add(service);
            }
        });
        return new Answer(items, missing);
    }
}
