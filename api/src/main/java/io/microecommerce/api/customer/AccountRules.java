package io.microecommerce.api.customer;

import io.microecommerce.api.error.Refusal;
import java.util.regex.Pattern;

/** What every command about an account demands of its fields. */
final class AccountRules {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,189}");
    private static final int MAX_NAME_LENGTH = 100;

    private AccountRules() {}

    static void requireEmail(String email) {
        if (!EMAIL.matcher(email).matches()) {
            throw Refusal.invalid("email", "must be an e-mail address");
        }
    }

    static void requirePassword(String password) {
        if (password.length() < 8 || password.length() > 64) {
            throw Refusal.invalid("password", "must be 8 to 64 characters");
        }
    }

    static void requireName(String field, String name) {
        if (name.isBlank() || name.length() > MAX_NAME_LENGTH) {
            throw Refusal.invalid(field, "must be 1 to " + MAX_NAME_LENGTH + " characters");
        }
    }
}
