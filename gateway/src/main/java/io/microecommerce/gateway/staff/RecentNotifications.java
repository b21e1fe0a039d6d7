package io.microecommerce.gateway.staff;

import io.microecommerce.api.order.StaffNotificationView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The notifications of the last minutes, each once, in the order in which they became known. */
final class RecentNotifications {

    static final Duration KEPT = Duration.ofMinutes(5);

    private static final int MAX_KEPT = 5_000;

    /** What who comes back is told at most. */
    private static final int MAX_MISSED = Listener.MAX_WAITING / 2;

    private final Map<String, StaffNotificationView> byId = new LinkedHashMap<>();
    private @Nullable Instant newest;

    /** @return those that were not known */
    List<StaffNotificationView> add(List<StaffNotificationView> read) {
        List<StaffNotificationView> fresh = new ArrayList<>();
        for (StaffNotificationView notification : read) {
            if (byId.putIfAbsent(notification.id(), notification) == null) {
                fresh.add(notification);
            }
            if (newest == null || notification.createdAt().isAfter(newest)) {
                newest = notification.createdAt();
            }
        }
        forgetOld();
        return fresh;
    }

    /** When the newest one was made, by the clock of who makes them; null before the first. */
    @Nullable
    Instant newest() {
        return newest;
    }

    List<StaffNotificationView> since(Instant moment) {
        return last(byId.values().stream()
                .filter(notification -> !notification.createdAt().isBefore(moment))
                .toList());
    }

    /** Those after the one with this id; all there are when it is not known any more. */
    List<StaffNotificationView> after(String id) {
        List<StaffNotificationView> all = List.copyOf(byId.values());
        StaffNotificationView last = byId.get(id);
        return last(last == null ? all : all.subList(all.indexOf(last) + 1, all.size()));
    }

    private static List<StaffNotificationView> last(List<StaffNotificationView> found) {
        return found.subList(Math.max(0, found.size() - MAX_MISSED), found.size());
    }

    private void forgetOld() {
        if (newest == null) {
            return;
        }
        Instant oldest = newest.minus(KEPT);
        Iterator<StaffNotificationView> all = byId.values().iterator();
        int excess = byId.size() - MAX_KEPT;
        while (all.hasNext()) {
            StaffNotificationView next = all.next();
            if (excess > 0 || next.createdAt().isBefore(oldest)) {
                all.remove();
                excess--;
            }
        }
    }
}
