package io.microecommerce.customer.password;

import io.microecommerce.api.Limits;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.customer.account.Customer;
import io.microecommerce.customer.account.Customers;
import io.microecommerce.customer.account.Printable;
import io.microecommerce.customer.password.ResetRequests.NewRequest;
import io.microecommerce.customer.token.SecretToken;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the link to a new password. The answer is given before anybody looks for the customer, so that neither its words nor its
 * time tell who is registered.
 */
public final class RequestPasswordReset {

    private static final int MAX_EMAIL_LENGTH = 254;
    private static final Logger log = LoggerFactory.getLogger(RequestPasswordReset.class);

    private final Customers customers;
    private final ResetRequests requests;
    private final ResetMails mails;
    private final ResetRules rules;
    private final Executor afterTheAnswer;
    private final RandomGenerator random;
    private final Clock clock;

    /**
     * @param afterTheAnswer runs what follows the answer; it is bounded, and refuses what it cannot take
     * @param random makes tokens; they must not be guessable
     */
    public RequestPasswordReset(
            Customers customers,
            ResetRequests requests,
            ResetMails mails,
            ResetRules rules,
            Executor afterTheAnswer,
            RandomGenerator random,
            Clock clock) {
        this.customers = customers;
        this.requests = requests;
        this.mails = mails;
        this.rules = rules;
        this.afterTheAnswer = afterTheAnswer;
        this.random = random;
        this.clock = clock;
    }

    /** @throws Refusal {@code INVALID_FIELD}; {@code MAIL_UNAVAILABLE}; {@code SERVICE_UNAVAILABLE} when too many mails wait */
    public void request(String email) {
        Limits.requireText("email", email, MAX_EMAIL_LENGTH);
        Printable.require("email", email);
        if (email.indexOf('@') < 0) {
            throw Refusal.invalid("email", "must be an e-mail address");
        }
        if (!mails.available()) {
            throw new Refusal(ErrorCode.MAIL_UNAVAILABLE, "This shop sends no mail; ask its staff.");
        }
        try {
            afterTheAnswer.execute(() -> sendIfKnown(email));
        } catch (RejectedExecutionException tooMany) {
            throw new Refusal(ErrorCode.SERVICE_UNAVAILABLE, "Too many mails wait to be sent; try again in a minute.");
        }
    }

    private void sendIfKnown(String email) {
        try {
            customers.byEmail(email).ifPresent(this::send);
        } catch (RuntimeException failure) {
            log.error("A password reset was not sent", failure);
        }
    }

    private void send(Customer customer) {
        String token = SecretToken.random(random);
        String hash = SecretToken.hash(token);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        NewRequest request = new NewRequest(hash, customer.id(), now, now.plus(rules.validFor()));
        if (!requests.open(request, now.minus(ResetRules.COUNTED_WITHIN), rules.mostPerHour())) {
            log.info("Customer {} has as many open password resets as allowed", customer.id());
            return;
        }
        // To the address on record, not the one that was typed: the two may be equal only to the database.
        if (mails.send(customer.email(), token, rules.validFor())) {
            log.info("Customer {} was sent a password reset", customer.id());
        } else {
            requests.sendingFailed(hash, clock.instant());
        }
    }
}
