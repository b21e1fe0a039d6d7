package io.microecommerce.gateway.staff.web;

import io.microecommerce.api.Limits;
import io.microecommerce.api.order.StaffNotificationFacade;
import io.microecommerce.api.order.StaffNotificationPage;
import io.microecommerce.api.order.StaffNotificationView;
import io.microecommerce.gateway.rest.ListResponse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the staff are told. The path is what keeps others out, see SecurityConfig. */
@RestController
@RequestMapping("/api/v1/staff/notification")
class StaffNotificationController {

    private final StaffNotificationFacade notifications;

    StaffNotificationController(StaffNotificationFacade notifications) {
        this.notifications = notifications;
    }

    @GetMapping
    ListResponse<StaffNotificationResponse> listStaffNotifications(
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "20") int size) {
        StaffNotificationPage page = notifications.notifications(cursor, Limits.requirePageSize(size));
        return ListResponse.of(page.items(), StaffNotificationResponse::of, page.next());
    }

    /** @param kind {@code ORDER_PAID} */
    record StaffNotificationResponse(String id, String kind, String orderId, String text, Instant createdAt) {

        static StaffNotificationResponse of(StaffNotificationView notification) {
            return new StaffNotificationResponse(
                    notification.id(),
                    notification.kind(),
                    notification.orderId(),
                    notification.text(),
                    notification.createdAt());
        }
    }
}
