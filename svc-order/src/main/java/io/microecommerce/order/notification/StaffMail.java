package io.microecommerce.order.notification;

/** Writes to the staff. */
public interface StaffMail {

    /**
     * Returns once the mail server has taken the mail.
     *
     * @throws MailNotSentException if it did not, or did not say so
     */
    void send(StaffNotification notification) throws MailNotSentException;
}
