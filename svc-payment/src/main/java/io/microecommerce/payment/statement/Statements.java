package io.microecommerce.payment.statement;

import io.microecommerce.payment.provider.StatementLine;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The statement rows and their lines. */
public interface Statements {

    /** Each day after the newest known one, up to this one, is to be compared; this one alone if none is known. */
    void await(LocalDate upTo);

    /** Days whose turn it is, the oldest first; each is somebody's alone for a while that grows with its attempts. */
    List<LocalDate> toFetch(int limit);

    void failed(LocalDate day, String error);

    /** Keeps the lines, and says that the day is compared, in the caller's transaction; false if it was. */
    boolean keep(LocalDate day, List<StatementLine> lines);

    /**
     * Each line of that day with our row; and each of our rows of that day, or of the {@link #CATCH_UP_DAYS} before it, that no
     * statement names. Our row is of the day of its capture, of a refund that when it was queued; one of a day that was never
     * compared is left out.
     */
    List<Pair> pairs(LocalDate day);

    /** A row may come into our books later than the statement of its day. */
    int CATCH_UP_DAYS = 7;

    /** The oldest day that is not compared. */
    Optional<LocalDate> oldestAwaited();

    /** The newest first. */
    List<Statement> newest(@Nullable LocalDate before, int limit);

    Optional<Statement> byDay(LocalDate day);
}
