package io.microecommerce.api.customer;

import io.microecommerce.api.error.Refusal;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A new customer.
 *
 * @param email at most 254 characters; unique regardless of case
 * @param password 8 to 64 characters
 * @param referrerCode the code of the customer who gets the commission; null for none
 */
public record RegisterCommand(
        String email, String password, String firstName, String lastName, @Nullable String referrerCode)
        implements Serializable {

    public RegisterCommand {
        AccountRules.requireEmail(email);
        AccountRules.requirePassword(password);
        AccountRules.requireName("first_name", firstName);
        AccountRules.requireName("last_name", lastName);
        if (referrerCode != null && referrerCode.length() > 16) {
            throw Refusal.invalid("referrer_code", "must be at most 16 characters");
        }
    }

    @Override
    public String toString() {
        return "RegisterCommand[...]";
    }
}
