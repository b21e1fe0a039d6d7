package io.microecommerce.customer.account;

import io.microecommerce.api.customer.CustomerView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer who has not been deleted.
 *
 * @param email as the customer wrote it; unique regardless of case
 * @param passwordHash see {@link Passwords}
 * @param referralCode the customer's own code, see {@link ReferralCode}
 * @param referrerId who gets the commission of this customer's orders; null for nobody
 * @param staff whether the customer works here
 */
public record Customer(
        String id,
        String email,
        String firstName,
        String lastName,
        String passwordHash,
        String referralCode,
        @Nullable String referrerId,
        boolean staff,
        Instant createdAt,
        Instant updatedAt) {

    /** Nobody's: the deleted have their addresses there, as each row needs one of its own. */
    static final String DOMAIN_OF_THE_DELETED = "@deleted.invalid";

    /** Without anything secret. */
    public CustomerView view() {
        return new CustomerView(id, email, firstName, lastName, referralCode, staff, createdAt, updatedAt);
    }

    /** The id alone: the rest is personal, or secret. */
    @Override
    public String toString() {
        return "Customer[" + id + "]";
    }
}
