package io.microecommerce.local.launcher.installation;

/** The platform cannot do what was asked. The message is for people: what is wrong, and what to do. */
public class PlatformException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PlatformException(String message) {
        super(message);
    }

    public PlatformException(String message, Throwable cause) {
        super(message, cause);
    }
}
