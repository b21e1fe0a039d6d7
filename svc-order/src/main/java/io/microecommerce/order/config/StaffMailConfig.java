package io.microecommerce.order.config;

import io.microecommerce.order.notification.MailNotifications;
import io.microecommerce.order.notification.MailQueue;
import io.microecommerce.order.notification.StaffMail;
import io.microecommerce.order.notification.mail.SmtpStaffMail;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.mail.MailSender;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;

/** Mails the staff their notifications, where there is a mail server and somebody to write to. */
@Configuration(proxyBeanMethods = false)
@Conditional(StaffMailIsConfigured.class)
class StaffMailConfig {

    @Bean
    StaffMail staffMail(
            MailSender sender,
            @Value("${shop.order.mail-from}") String from,
            @Value("${shop.order.staff-mail}") List<String> receivers) {
        return new SmtpStaffMail(sender, from, receivers);
    }

    @Bean
    MailNotifications mailNotifications(
            MailQueue queue, StaffMail mail, @Value("${shop.order.mail-retry-after}") Duration retryAfter) {
        return new MailNotifications(queue, mail, retryAfter);
    }

    @Bean
    Postman postman(MailNotifications notifications) {
        return new Postman(notifications);
    }

    /** Works on a thread of the scheduler: whoever adds a notification waits for no mail server. */
    static class Postman {

        private static final Logger log = LoggerFactory.getLogger(Postman.class);

        private final MailNotifications notifications;

        Postman(MailNotifications notifications) {
            this.notifications = notifications;
        }

        @Scheduled(fixedDelayString = "${shop.order.mail-interval}", initialDelayString = "${shop.order.mail-interval}")
        void round() {
            try {
                notifications.send();
            } catch (DataAccessException | TransactionException databaseDown) {
                log.warn("The staff's mails wait for the database: {}", databaseDown.toString());
            }
        }
    }
}
