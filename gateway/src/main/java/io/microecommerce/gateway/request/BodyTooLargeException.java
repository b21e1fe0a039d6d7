package io.microecommerce.gateway.request;

import java.io.IOException;

/** The body turned out, while it was read, to be larger than its route takes. */
public final class BodyTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String detail;

    BodyTooLargeException(int limitBytes) {
        this(detailOf(limitBytes));
    }

    private BodyTooLargeException(String detail) {
        super(detail);
        this.detail = detail;
    }

    static String detailOf(int limitBytes) {
        return "The body is larger than " + limitBytes + " bytes; send less at a time.";
    }

    public String detail() {
        return detail;
    }
}
