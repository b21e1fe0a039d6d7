package io.microecommerce.service.tcc;

import io.microecommerce.api.branch.HoldState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What stands under a global transaction in a service's own rows.
 *
 * @param what the rows in words, for staff: {@code order 17 PAYING}
 * @param since when it was held; null where that is not known any more
 */
public record Hold(
        String xid,
        HoldState state,
        @Nullable String paymentId,
        @Nullable String orderId,
        String what,
        @Nullable Instant since) {}
