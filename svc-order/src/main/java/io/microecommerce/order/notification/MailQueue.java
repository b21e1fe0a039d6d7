package io.microecommerce.order.notification;

import java.time.Duration;
import java.util.Optional;

/** The notifications that are to be mailed. Its clock is the database's, and several services may work on it at once. */
public interface MailQueue {

    /**
     * A notification that this caller alone is to mail, for as long as its lease lasts.
     *
     * @param attempt from 1
     */
    record Mail(StaffNotification notification, int attempt) {}

    /** Takes up what was added this lately and was not taken up yet. */
    void takeUp(Duration youngerThan);

    /** The mail that is due for the longest, which then is due again when the lease ends; empty when none is due. */
    Optional<Mail> lease(Duration lease);

    /** It was sent. */
    void sent(Mail mail);

    /** It was not sent, and is due again after this. */
    void putBack(Mail mail, Duration after);

    /** It is not tried again. */
    void giveUp(Mail mail);
}
