package io.microecommerce.customer.password;

import io.microecommerce.api.customer.ResetPasswordCommand;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.customer.account.Customer;
import io.microecommerce.customer.account.Customers;
import io.microecommerce.customer.account.LoginAttempts;
import io.microecommerce.customer.account.Passwords;
import io.microecommerce.customer.token.SecretToken;
import java.time.Clock;

/** Whoever holds the token of a mail sets a new password. */
public final class ResetPassword {

    private final Customers customers;
    private final Passwords passwords;
    private final PasswordChanges changes;
    private final ResetRequests requests;
    private final LoginAttempts attempts;
    private final Clock clock;

    public ResetPassword(
            Customers customers,
            Passwords passwords,
            PasswordChanges changes,
            ResetRequests requests,
            LoginAttempts attempts,
            Clock clock) {
        this.customers = customers;
        this.passwords = passwords;
        this.changes = changes;
        this.requests = requests;
        this.attempts = attempts;
        this.clock = clock;
    }

    /**
     * @return the customer's id
     * @throws Refusal {@code RESET_TOKEN_INVALID}; {@code INVALID_FIELD}, and then the token is not used up
     */
    public String reset(ResetPasswordCommand command) {
        passwords.requireHashable(command.password());
        String tokenHash = SecretToken.hash(command.token());
        // Hashing a password is made to be slow: a token that is no good does not get that far.
        if (!requests.isOpen(tokenHash, clock.instant())) {
            throw invalid();
        }
        String customerId = changes.reset(tokenHash, passwords.hash(command.password()), clock.instant())
                .orElseThrow(ResetPassword::invalid);
        // Who reads the customer's mail is the customer, and need not wait until somebody's guesses are forgotten.
        customers.byId(customerId).map(Customer::email).ifPresent(attempts::forget);
        return customerId;
    }

    private static Refusal invalid() {
        return new Refusal(
                ErrorCode.RESET_TOKEN_INVALID, "The link is unknown, too old or used; ask for a new e-mail.");
    }
}
