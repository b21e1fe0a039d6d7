package io.microecommerce.product.stock;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** What transactions have reserved, for who looks for those that were forgotten. */
public interface HeldReservations {

    List<HeldPieces> under(Collection<String> xids);

    /** The transactions that have held pieces for longer than that, the oldest first. */
    List<String> xidsHeldFor(Duration atLeast, int limit);
}
