package io.microecommerce.order;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.List;

/** A real SMTP server where the service looks for one. */
public final class MailServer implements AutoCloseable {

    private final GreenMail server =
            new GreenMail(new ServerSetup(OrderService.SMTP_PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private MailServer() {}

    public static MailServer start() {
        MailServer started = new MailServer();
        started.server.start();
        return started;
    }

    /** What has been delivered to this address. */
    public List<MimeMessage> inbox(String address) {
        GreenMailUser user = server.getUserManager().getUserByEmail(address);
        if (user == null) {
            return List.of();
        }
        ImapHostManager mailboxes = server.getManagers().getImapHostManager();
        try {
            return mailboxes.getInbox(user).getMessages().stream()
                    .map(StoredMessage::getMimeMessage)
                    .toList();
        } catch (FolderException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
