package io.microecommerce.order.notification;

/** The mail server did not take a mail, or did not say so in time. */
public class MailNotSentException extends Exception {

    private static final long serialVersionUID = 1L;

    public MailNotSentException(Throwable cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }
}
