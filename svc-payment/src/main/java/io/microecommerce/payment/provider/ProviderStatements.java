package io.microecommerce.payment.provider;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** What the provider says afterwards, a day at a time. */
public interface ProviderStatements {

    /** Where the provider's days begin and end. */
    ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /**
     * All that was captured on a day that is past, and all refunds that were asked for on it.
     *
     * @return empty if there was nothing
     * @throws ProviderException if it is not ready, does not arrive whole, or cannot be read: ask again
     */
    List<StatementLine> ofDay(LocalDate day);
}
