package io.microecommerce.gateway.stream;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/** A listener on server-sent events. */
public final class EventOutlet<T> implements Outlet<T> {

    /** It ends when its login does, and not after a time of Tomcat's. */
    private static final long NO_TIMEOUT = 0;

    private final SseEmitter emitter = new SseEmitter(NO_TIMEOUT);
    private final BooleanSupplier loggedIn;
    private final Function<T, SseEventBuilder> event;

    public EventOutlet(BooleanSupplier loggedIn, Function<T, SseEventBuilder> event) {
        this.loggedIn = loggedIn;
        this.event = event;
    }

    /** Calls what is given once the client has gone, or has been sent away. */
    public void whenOver(Runnable leave) {
        emitter.onCompletion(leave);
        emitter.onError(failure -> leave.run());
    }

    /** What a controller answers with. */
    public SseEmitter answer(HttpServletResponse response) {
        // nginx would keep events back until it has a buffer full of them.
        response.setHeader("X-Accel-Buffering", "no");
        return emitter;
    }

    @Override
    public boolean mayGoOn() {
        return loggedIn.getAsBoolean();
    }

    @Override
    public void send(T news) throws IOException {
        emitter.send(event.apply(news));
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
