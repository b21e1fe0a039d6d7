package io.microecommerce.customer.password;

import io.microecommerce.api.customer.ChangePasswordCommand;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.customer.account.Customer;
import io.microecommerce.customer.account.Customers;
import io.microecommerce.customer.account.NoCustomer;
import io.microecommerce.customer.account.PasswordCheck;
import io.microecommerce.customer.account.Passwords;
import java.time.Clock;

/** Whoever knows the password sets another one. Guesses count together with those at the login. */
public final class ChangePassword {

    private final Customers customers;
    private final Passwords passwords;
    private final PasswordCheck check;
    private final PasswordChanges changes;
    private final Clock clock;

    public ChangePassword(
            Customers customers, Passwords passwords, PasswordCheck check, PasswordChanges changes, Clock clock) {
        this.customers = customers;
        this.passwords = passwords;
        this.check = check;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * @throws Refusal {@code CUSTOMER_NOT_FOUND}, {@code PASSWORD_WRONG}, {@code TOO_MANY_LOGIN_ATTEMPTS}, {@code
     *     INVALID_FIELD}
     */
    public void change(ChangePasswordCommand command) {
        passwords.requireHashable(command.password());
        Customer customer = customers.byId(command.customerId()).orElseThrow(NoCustomer::refusal);
        check.requireAllowed(customer.email());
        if (!check.matches(customer.email(), command.current(), customer.passwordHash())) {
            throw wrong();
        }
        String newHash = passwords.hash(command.password());
        if (!changes.replace(customer.id(), customer.passwordHash(), newHash, clock.instant())) {
            // Somebody else changed it since we looked: what was right then is wrong now.
            throw wrong();
        }
    }

    private static Refusal wrong() {
        return new Refusal(ErrorCode.PASSWORD_WRONG, "Your current password is another one.");
    }
}
