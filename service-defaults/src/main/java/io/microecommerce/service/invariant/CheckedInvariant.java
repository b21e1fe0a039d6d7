package io.microecommerce.service.invariant;

import io.microecommerce.books.Invariant;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An invariant and what its newest checks have found; one thread checks, others read. */
final class CheckedInvariant {

    private final Invariant invariant;
    private volatile Finding finding = new Finding(null, null, null);

    CheckedInvariant(Invariant invariant) {
        this.invariant = invariant;
    }

    /**
     * @param violations of the newest check that told something; null before that
     * @param checkedAt when that was
     * @param error why the newest check told nothing; null if it did
     */
    record Finding(@Nullable Long violations, @Nullable Instant checkedAt, @Nullable String error) {}

    Invariant invariant() {
        return invariant;
    }

    Finding finding() {
        return finding;
    }

    void found(long violations, Instant at) {
        finding = new Finding(violations, at, null);
    }

    /** What was known stays, with its age. */
    void failed(String error) {
        finding = new Finding(finding.violations(), finding.checkedAt(), error);
    }
}
