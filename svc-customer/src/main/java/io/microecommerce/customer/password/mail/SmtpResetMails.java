package io.microecommerce.customer.password.mail;

import io.microecommerce.customer.password.ResetMails;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Reset mails by SMTP. Without a host there is no mail; the service starts all the same. */
@Component
class SmtpResetMails implements ResetMails {

    private static final Logger log = LoggerFactory.getLogger(SmtpResetMails.class);

    private final JavaMailSender smtp;
    private final boolean available;
    private final String from;
    private final String link;

    /** @throws IllegalStateException if there is a host to send by, and no address to send from */
    SmtpResetMails(
            JavaMailSender smtp,
            @Value("${spring.mail.host}") String host,
            @Value("${shop.mail.from}") String from,
            @Value("${shop.customer.reset-link}") String link) {
        this.smtp = smtp;
        this.available = StringUtils.hasText(host);
        this.from = from;
        this.link = link;
        if (available && !StringUtils.hasText(from)) {
            throw new IllegalStateException("There is a mail server, SMTP_HOST; name the sender, MAIL_FROM, too");
        }
    }

    @Override
    public boolean available() {
        return available;
    }

    /** No name in the text: names are what anybody typed at a registration, under anybody's e-mail. */
    @Override
    public boolean send(String email, String token, Duration validFor) {
        SimpleMailMessage mail = new SimpleMailMessage();
        mail.setFrom(from);
        mail.setTo(email);
        mail.setSubject("Set a new password");
        mail.setText(
                """
                Somebody, hopefully you, asked for a new password for your account at our shop. Set it here:

                %s%s

                The link works once, within %d minutes. If it was not you, ignore this mail: nothing has changed.
                """
                        .formatted(link, token, validFor.toMinutes()));
        try {
            smtp.send(mail);
            return true;
        } catch (MailException failure) {
            // The messages may hold the customer's address; the classes tell what kind of failure it was.
            Throwable cause = failure.getMostSpecificCause();
            log.error(
                    "The mail server did not take a password reset: {} caused by {}",
                    failure.getClass().getSimpleName(),
                    cause.getClass().getSimpleName());
            return false;
        }
    }
}
