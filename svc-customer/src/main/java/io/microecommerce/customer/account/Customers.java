package io.microecommerce.customer.account;

import java.time.Instant;
import java.util.Optional;

/** All customers but the deleted: those are nobody any more. */
public interface Customers {

    /** @return false, and nothing is stored, when the e-mail (regardless of case) or the referral code is somebody's already */
    boolean add(Customer customer);

    Optional<Customer> byId(String id);

    /** Regardless of case. */
    Optional<Customer> byEmail(String email);

    Optional<Customer> byReferralCode(String referralCode);

    /** @return the customer with the new names, or empty if there is no such customer */
    Optional<Customer> rename(String id, String firstName, String lastName, Instant at);
}
