package io.microecommerce.gateway.invariant.web;

import io.microecommerce.api.invariant.InvariantView;
import io.microecommerce.gateway.invariant.ServiceInvariant;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that must hold in a service's database.
 *
 * @param service who checks it
 * @param rule its name, for programs
 * @param text what must hold, for people
 * @param violations how often it does not, by the newest check that told something; null before that
 * @param checkedAt when that was; null before that
 * @param error why the newest check told nothing; null if it did
 */
record InvariantResponse(
        String service,
        String rule,
        String text,
        @Nullable Long violations,
        @Nullable Instant checkedAt,
        @Nullable String error) {

    static InvariantResponse of(ServiceInvariant of) {
        InvariantView invariant = of.invariant();
        return new InvariantResponse(
                of.service(),
                invariant.rule(),
                invariant.text(),
                invariant.violations(),
                invariant.checkedAt(),
                invariant.error());
    }
}
