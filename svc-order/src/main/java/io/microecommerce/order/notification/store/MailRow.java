package io.microecommerce.order.notification.store;

import io.microecommerce.order.notification.MailQueue;
import io.microecommerce.order.notification.StaffNotification;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code staff_notification} that is to be mailed; the components are its columns. */
record MailRow(
        String id,
        StaffNotification.Kind kind,
        String subjectId,
        String text,
        Instant createdAt,
        @Nullable Instant readAt,
        @Nullable String readBy,
        int mailAttempts) {

    MailQueue.Mail toMail() {
        return new MailQueue.Mail(
                new StaffNotification(id, kind, subjectId, text, createdAt, readAt, readBy), mailAttempts);
    }
}
