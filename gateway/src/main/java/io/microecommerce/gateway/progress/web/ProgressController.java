package io.microecommerce.gateway.progress.web;

import io.microecommerce.api.Limits;
import io.microecommerce.gateway.progress.OrderProgress;
import io.microecommerce.gateway.progress.Progress;
import io.microecommerce.gateway.progress.ProgressStreams;
import io.microecommerce.gateway.request.Caller;
import io.microecommerce.gateway.session.LiveSessions;
import io.microecommerce.gateway.stream.EventOutlet;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/** How an order's payment goes on, as it does. */
@RestController
@RequestMapping("/api/v1/order")
class ProgressController {

    private final OrderProgress progress;
    private final ProgressStreams streams;
    private final LiveSessions sessions;
    private final Clock clock;

    ProgressController(OrderProgress progress, ProgressStreams streams, LiveSessions sessions, Clock clock) {
        this.progress = progress;
        this.streams = streams;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** For the order's owner, and for staff. The first event comes at once, and the last one says that all is at rest. */
    @GetMapping(path = "/{id}/progress", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter streamProgress(JwtAuthenticationToken caller, @PathVariable String id, HttpServletResponse response) {
        String orderId = Limits.requireId("id", id);
        String owner = Caller.isStaff(caller) ? null : caller.getName();
        EventOutlet<Progress> outlet =
                new EventOutlet<>(() -> sessions.stands(caller.getToken(), clock.instant()), ProgressController::event);
        streams.follow(caller.getName(), () -> progress.of(orderId, owner), outlet);
        return outlet.answer(response);
    }

    private static SseEventBuilder event(Progress progress) {
        return SseEmitter.event().name("progress").data(ProgressResponse.of(progress), MediaType.APPLICATION_JSON);
    }
}
