package io.microecommerce.gateway.staff.web;

import io.microecommerce.api.order.StaffNotificationView;
import io.microecommerce.gateway.staff.Outlet;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** A listener on server-sent events. */
final class EventOutlet implements Outlet {

    /** It ends when its login does, and not after a time of Tomcat's. */
    private static final long NO_TIMEOUT = 0;

    private final SseEmitter emitter = new SseEmitter(NO_TIMEOUT);
    private final BooleanSupplier loggedIn;

    EventOutlet(BooleanSupplier loggedIn) {
        this.loggedIn = loggedIn;
    }

    SseEmitter emitter() {
        return emitter;
    }

    @Override
    public boolean mayGoOn() {
        return loggedIn.getAsBoolean();
    }

    @Override
    public void send(StaffNotificationView notification) throws IOException {
        emitter.send(SseEmitter.event()
                .id(notification.id())
                .name(notification.kind())
                .data(StaffNotificationResponse.of(notification), MediaType.APPLICATION_JSON));
    }

    @Override
    public void keepAlive() throws IOException {
        emitter.send(SseEmitter.event().comment(""));
    }

    @Override
    public void end() {
        emitter.complete();
    }
}
