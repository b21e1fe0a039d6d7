package io.microecommerce.api.customer;

import io.microecommerce.api.error.Refusal;
import java.io.Serializable;
import java.util.regex.Pattern;
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

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,189}");
    private static final int MAX_NAME_LENGTH = 100;

    public RegisterCommand {
        if (!EMAIL.matcher(email).matches()) {
            throw Refusal.invalid("email", "must be an e-mail address");
        }
        if (password.length() < 8 || password.length() > 64) {
            throw Refusal.invalid("password", "must be 8 to 64 characters");
        }
        requireName("first_name", firstName);
        requireName("last_name", lastName);
        if (referrerCode != null && referrerCode.length() > 16) {
            throw Refusal.invalid("referrer_code", "must be at most 16 characters");
        }
    }

    private static void requireName(String field, String name) {
        if (name.isBlank() || name.length() > MAX_NAME_LENGTH) {
            throw Refusal.invalid(field, "must be 1 to " + MAX_NAME_LENGTH + " characters");
        }
    }

    @Override
    public String toString() {
        return "RegisterCommand[...]";
    }
}
