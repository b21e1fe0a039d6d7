package io.microecommerce.api.order;

import io.microecommerce.api.error.Refusal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the staff are told. The gateway lets only staff reach it. */
public interface StaffNotificationFacade {

    /**
     * The newest first.
     *
     * @param unreadOnly leaves out what somebody has read
     * @param cursor {@link StaffNotificationPage#next()} of the page before; null for the first
     */
    StaffNotificationPage notifications(boolean unreadOnly, @Nullable String cursor, int size) throws Refusal;

    /**
     * What came at or after a moment, the oldest first, for a live view. A row becomes visible when its transaction commits, a
     * little after the time it carries: ask again from some seconds back, and drop what you know.
     *
     * @param size at most {@link io.microecommerce.api.Limits#MAX_PAGE_SIZE}
     */
    List<StaffNotificationView> since(Instant moment, int size) throws Refusal;

    /**
     * Idempotent: the first reader stays.
     *
     * @throws Refusal {@code NOTIFICATION_NOT_FOUND}
     */
    StaffNotificationView markRead(String notificationId, String staffId) throws Refusal;

    /** Idempotent by kind and cause, and may be retried. */
    void notifyStaff(NotifyStaffCommand command) throws Refusal;
}
