package io.microecommerce.gateway.stream;

import java.io.IOException;

/** Where one listener's news go. A slow client may make a call take long; no two calls are made at once. */
public interface Outlet<T> {

    /** Whether the listener may hear more: the login may have ended since it began. */
    boolean mayGoOn();

    void send(T news) throws IOException;

    /** Shows both ends, and what stands between them, that the connection is in use. */
    void keepAlive() throws IOException;

    /** The last call. */
    void end();
}
