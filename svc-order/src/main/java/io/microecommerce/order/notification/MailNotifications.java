package io.microecommerce.order.notification;

import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mails notifications to the staff, each at least once: a crash after the mail server has taken it repeats it. A mail that fails
 * is tried again after a pause that doubles, and is given up after some hours.
 */
public class MailNotifications {

    private static final Logger log = LoggerFactory.getLogger(MailNotifications.class);

    /** What is older when mailing begins is history that nobody waits for. */
    static final Duration YOUNG = Duration.ofHours(1);

    /** Longer than a conversation with a mail server that takes its time for every answer. */
    static final Duration LEASE = Duration.ofMinutes(5);

    static final int MAX_ATTEMPTS = 12;

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** Mails a round, so that one round ends; the next goes on. */
    private static final int MAX_MAILS = 100;

    private final MailQueue queue;
    private final StaffMail mail;
    private final Duration retryAfter;

    /** @param retryAfter the pause after the first failure */
    public MailNotifications(MailQueue queue, StaffMail mail, Duration retryAfter) {
        this.queue = queue;
        this.mail = mail;
        this.retryAfter = retryAfter;
    }

    /**
     * Sends what is due. The first failure ends the round: the mail server is probably away, and what is not tried costs no
     * attempt.
     *
     * @return how many mails were sent
     */
    public int send() {
        queue.takeUp(YOUNG);
        for (int sent = 0; sent < MAX_MAILS; sent++) {
            Optional<MailQueue.Mail> due = queue.lease(LEASE);
            if (due.isEmpty() || !send(due.get())) {
                return sent;
            }
        }
        return MAX_MAILS;
    }

    private boolean send(MailQueue.Mail due) {
        String id = due.notification().id();
        try {
            mail.send(due.notification());
        } catch (MailNotSentException failure) {
            if (due.attempt() < MAX_ATTEMPTS) {
                Duration pause = pauseAfter(due.attempt());
                log.warn("Mail of notification {} failed, next try in {}: {}", id, pause, failure.toString());
                queue.putBack(due, pause);
            } else {
                log.error(
                        "Mail of notification {} given up after {} attempts; look at the mail server, and read it in the list",
                        id,
                        due.attempt(),
                        failure);
                queue.giveUp(due);
            }
            return false;
        }
        queue.sent(due);
        log.info("Notification {} mailed to the staff", id);
        return true;
    }

    private Duration pauseAfter(int attempt) {
        Duration pause = retryAfter;
        for (int doubled = 1; doubled < attempt && pause.compareTo(LONGEST_PAUSE) < 0; doubled++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
