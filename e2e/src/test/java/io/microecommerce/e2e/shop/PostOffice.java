package io.microecommerce.e2e.shop;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A mail server that takes whatever the services send, for anybody. It ends with the tests. */
public final class PostOffice {

    /** Where the staff get their mail. */
    public static final String STAFF_DESK = "desk@example.com";

    private final GreenMail server =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());

    public PostOffice() {
        server.start();
    }

    /** What a service is told to send mail here. */
    Map<String, String> environment() {
        return Map.of(
                "SMTP_HOST",
                "127.0.0.1",
                "SMTP_PORT",
                Integer.toString(server.getSmtp().getPort()),
                "SMTP_STARTTLS",
                "false",
                "MAIL_FROM",
                "shop@example.com",
                "STAFF_MAIL",
                STAFF_DESK);
    }

    /** The texts of all mails to that address, the oldest first. */
    public List<String> mailsTo(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> isTo(message, address))
                .map(PostOffice::text)
                .toList();
    }

    private static String text(MimeMessage message) {
        try {
            return String.valueOf(message.getContent());
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isTo(MimeMessage message, String address) {
        try {
            return Arrays.stream(message.getRecipients(RecipientType.TO))
                    .anyMatch(recipient -> recipient.toString().contains(address));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
