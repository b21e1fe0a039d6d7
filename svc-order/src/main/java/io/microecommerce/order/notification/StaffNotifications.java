package io.microecommerce.order.notification;

import io.microecommerce.order.paging.Cursor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stored notifications. */
public interface StaffNotifications {

    /**
     * Stores the notification unless there is one of this kind and cause.
     *
     * @return whether it was stored
     */
    boolean add(StaffNotification.Kind kind, String subjectId, String cause, String text);

    Optional<StaffNotification> find(String notificationId);

    /**
     * The newest first.
     *
     * @param after null for the first page
     */
    List<StaffNotification> newest(boolean unreadOnly, @Nullable Cursor after, int limit);

    /** From that moment on, the oldest first. */
    List<StaffNotification> since(Instant moment, int limit);

    /** Notes who read it, unless somebody did before. */
    void markRead(String notificationId, String staffId);
}
