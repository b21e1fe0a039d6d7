package io.microecommerce.customer.account;

import java.util.Optional;

/** All customers. */
public interface Customers {

    /** @return false, and nothing is stored, when the e-mail (regardless of case) or the referral code is somebody's already */
    boolean add(Customer customer);

    Optional<Customer> byId(String id);

    /** Regardless of case. */
    Optional<Customer> byEmail(String email);

    Optional<Customer> byReferralCode(String referralCode);
}
