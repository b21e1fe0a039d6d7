package io.microecommerce.service.invariant;

import io.microecommerce.api.invariant.InvariantFacade;
import io.microecommerce.api.invariant.InvariantView;
import java.util.List;

/** For the gateway. */
final class DubboInvariantFacade implements InvariantFacade {

    private final InvariantChecks checks;

    DubboInvariantFacade(InvariantChecks checks) {
        this.checks = checks;
    }

    @Override
    public List<InvariantView> invariants() {
        return checks.invariants().stream().map(DubboInvariantFacade::view).toList();
    }

    private static InvariantView view(CheckedInvariant checked) {
        CheckedInvariant.Finding finding = checked.finding();
        return new InvariantView(
                checked.invariant().name(),
                checked.invariant().states(),
                finding.violations(),
                finding.checkedAt(),
                finding.error());
    }
}
