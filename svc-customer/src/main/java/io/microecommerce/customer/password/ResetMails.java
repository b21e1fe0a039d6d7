package io.microecommerce.customer.password;

import java.time.Duration;

/** The mails that a token travels in. */
public interface ResetMails {

    /** Whether a mail server is configured. */
    boolean available();

    /**
     * Returns when the mail server has taken the mail, or within seconds.
     *
     * @param token goes into the link; a secret
     * @param validFor how long the link is good
     * @return false if the mail server did not say that it took the mail; it may have, all the same
     */
    boolean send(String email, String token, Duration validFor);
}
