package io.microecommerce.local.process;

/** The process cannot start, for a reason that the message tells in one line to whoever started it. */
public class CannotStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Takes the reason. It must hold no secret. */
    public CannotStartException(String reason) {
        super(reason);
    }

    /** Takes the reason and what lies behind it. */
    public CannotStartException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
