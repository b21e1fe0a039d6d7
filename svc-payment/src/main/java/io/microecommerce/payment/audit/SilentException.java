package io.microecommerce.payment.audit;

/** Somebody whose word is needed did not answer, so nothing can be decided now. */
public class SilentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SilentException(String who, Throwable cause) {
        super(who + " does not answer: " + cause.getMessage(), cause);
    }

    public SilentException(String who, String why) {
        super(who + " " + why);
    }
}
