package io.microecommerce.product.stock;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** What transactions have reserved, for who looks for those that were forgotten. */
public interface HeldReservations {

    List<HeldPieces> under(Collection<String> xids);

    /** The transactions that have held pieces for longer than that, the oldest first. */
    List<String> xidsHeldFor(Duration atLeast, int limit);

    /** The same of what refunds take back, by the refunds' transactions. */
    List<HeldPieces> underRefunds(Collection<String> xids);

    /** The refunds' transactions that have held pieces RETURNING for longer than that, the oldest first. */
    List<String> xidsReturningFor(Duration atLeast, int limit);
}
