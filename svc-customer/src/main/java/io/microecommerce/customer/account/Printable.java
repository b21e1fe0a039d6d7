package io.microecommerce.customer.account;

import io.microecommerce.api.error.Refusal;
import org.jspecify.annotations.Nullable;

/** Text that people see and the database can keep: PostgreSQL takes no NUL, and other control characters only forge lines. */
public final class Printable {

    private Printable() {}

    /** @throws Refusal {@code INVALID_FIELD} for text with control characters; null has none */
    public static void require(String field, @Nullable String value) {
        if (value != null && value.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.invalid(field, "must not contain control characters");
        }
    }
}
