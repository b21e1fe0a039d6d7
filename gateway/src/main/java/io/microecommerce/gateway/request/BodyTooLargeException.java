package io.microecommerce.gateway.request;

import java.io.IOException;

/** The body turned out, while it was read, to be larger than any route takes. */
public final class BodyTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    public static final String DETAIL =
            "The body is larger than " + BodyLimitFilter.MAX_BODY_BYTES + " bytes; send less at a time.";

    BodyTooLargeException() {
        super(DETAIL);
    }
}
