package io.microecommerce.payment.statement;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The difference rows. */
public interface Differences {

    /** Who resolves what a later look explains. */
    String RECONCILER = "reconciler";

    /** Inserts it open, unless it is known. */
    void record(DifferenceKind kind, Pair pair);

    /** Open ones, those first whose look is longest ago. */
    List<Difference> toLookAt(int limit);

    /** An open one, as both sides stand now. */
    Pair pair(Difference difference);

    /** What both sides say by now. */
    void seen(long id, Pair pair);

    /** Resolves an open one; false if it is resolved. */
    boolean resolve(long id, String by, String reason);

    /**
     * Calls a person to those that are open for that long, and cannot be explained by a statement that is yet to come.
     *
     * @return those that nobody was called to before
     */
    List<Difference> page(Duration openFor);

    /** How many wait for a person. */
    long paged();

    Optional<Difference> byId(LocalDate day, long id);

    /** Open ones first, and of those the oldest. */
    List<Difference> of(LocalDate day, int limit);
}
