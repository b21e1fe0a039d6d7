package io.microecommerce.api.order;

import io.microecommerce.api.error.Refusal;
import org.jspecify.annotations.Nullable;

/** What the staff are told. The gateway lets only staff reach it. */
public interface StaffNotificationFacade {

    /**
     * The newest first.
     *
     * @param cursor {@link StaffNotificationPage#next()} of the page before; null for the first
     */
    StaffNotificationPage notifications(@Nullable String cursor, int size) throws Refusal;
}
