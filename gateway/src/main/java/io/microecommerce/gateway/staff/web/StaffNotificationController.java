package io.microecommerce.gateway.staff.web;

import io.microecommerce.api.Limits;
import io.microecommerce.api.order.StaffNotificationFacade;
import io.microecommerce.api.order.StaffNotificationPage;
import io.microecommerce.api.order.StaffNotificationView;
import io.microecommerce.gateway.request.RequestFields;
import io.microecommerce.gateway.rest.ListResponse;
import io.microecommerce.gateway.session.LiveSessions;
import io.microecommerce.gateway.staff.LiveNotifications;
import io.microecommerce.gateway.stream.EventOutlet;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/** What the staff are told. */
@RestController
@RequestMapping("/api/v1/staff/notification")
class StaffNotificationController {

    private final StaffNotificationFacade notifications;
    private final LiveNotifications live;
    private final LiveSessions sessions;
    private final Clock clock;

    StaffNotificationController(
            StaffNotificationFacade notifications, LiveNotifications live, LiveSessions sessions, Clock clock) {
        this.notifications = notifications;
        this.live = live;
        this.sessions = sessions;
        this.clock = clock;
    }

    @GetMapping
    ListResponse<StaffNotificationResponse> listStaffNotifications(
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int size) {
        StaffNotificationPage page = notifications.notifications(unread, cursor, Limits.requirePageSize(size));
        return ListResponse.of(page.items(), StaffNotificationResponse::of, page.next());
    }

    /**
     * The same route for who accepts server-sent events: what comes from now on, each event with the notification's kind as its
     * name and its id as its id. Who comes back with {@code Last-Event-ID} first gets what came meanwhile, as far as it came in
     * the last five minutes and this gateway knows it; the list has all.
     */
    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter streamStaffNotifications(
            JwtAuthenticationToken staff,
            @RequestHeader(name = RequestFields.LAST_EVENT_ID, required = false) @Nullable String lastEventId,
            HttpServletResponse response) {
        EventOutlet<StaffNotificationView> outlet = new EventOutlet<>(
                () -> sessions.stands(staff.getToken(), clock.instant()), StaffNotificationController::event);
        outlet.whenOver(() -> live.leave(outlet));
        live.listen(outlet, lastEventId);
        return outlet.answer(response);
    }

    @PostMapping("/{id}/read")
    StaffNotificationResponse markStaffNotificationRead(Principal staff, @PathVariable String id) {
        return StaffNotificationResponse.of(notifications.markRead(Limits.requireId("id", id), staff.getName()));
    }

    private static SseEventBuilder event(StaffNotificationView notification) {
        return SseEmitter.event()
                .id(notification.id())
                .name(notification.kind())
                .data(StaffNotificationResponse.of(notification), MediaType.APPLICATION_JSON);
    }
}
