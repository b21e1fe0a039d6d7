package io.microecommerce.order.notification.mail;

import io.microecommerce.order.notification.MailNotSentException;
import io.microecommerce.order.notification.StaffMail;
import io.microecommerce.order.notification.StaffNotification;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Date;
import java.util.List;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSender;
import org.springframework.mail.SimpleMailMessage;

/** Mail over SMTP, one message to all receivers. The time-outs stand in application.yml. */
public class SmtpStaffMail implements StaffMail {

    private final MailSender sender;
    private final String from;
    private final List<String> receivers;

    /**
     * @param receivers at least one
     * @throws IllegalArgumentException if an address cannot be one: no mail would ever go out
     */
    public SmtpStaffMail(MailSender sender, String from, List<String> receivers) {
        this.sender = sender;
        this.from = requireAddress("shop.order.mail-from (MAIL_FROM)", from);
        this.receivers = receivers.stream()
                .map(receiver -> requireAddress("shop.order.staff-mail (STAFF_MAIL)", receiver))
                .toList();
    }

    @Override
    public void send(StaffNotification notification) throws MailNotSentException {
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(from);
        message.setTo(receivers.toArray(String[]::new));
        message.setSentDate(Date.from(notification.createdAt()));
        message.setSubject(subject(notification));
        message.setText(notification.text() + "\n");
        try {
            sender.send(message);
        } catch (MailException failure) {
            throw new MailNotSentException(failure);
        }
    }

    private static String subject(StaffNotification notification) {
        return switch (notification.kind()) {
            case ORDER_PAID -> "Order paid: " + notification.subjectId();
            case ORDER_REFUNDED -> "Order refunded: " + notification.subjectId();
            case LOW_STOCK -> "Low stock: " + notification.subjectId();
            case MONEY_GOES_BACK -> "Money goes back: " + notification.subjectId();
        };
    }

    private static String requireAddress(String property, String address) {
        try {
            return new InternetAddress(address.trim(), true).toString();
        } catch (AddressException malformed) {
            throw new IllegalArgumentException(
                    property + " must be an e-mail address where SMTP_HOST is set, was '" + address + "'", malformed);
        }
    }
}
