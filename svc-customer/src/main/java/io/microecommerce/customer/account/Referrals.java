package io.microecommerce.customer.account;

import java.time.Instant;
import java.util.Optional;

/** Who referred whom. Following referrer after referrer from any customer comes to an end. */
public interface Referrals {

    /** What became of a claim. */
    enum Claim {
        MADE,
        NO_CUSTOMER,
        /** The customer has a referrer, perhaps this one. */
        HAS_REFERRER,
        /** The referrer is the customer, or was referred by them, directly or through others. */
        CIRCULAR
    }

    /** @return empty if there never was such a customer; the referral of a deleted one is known */
    Optional<Referral> of(String customerId);

    /** One claim after the other, whoever makes them: of two that would close a circle together, the second is circular. */
    Claim claim(String customerId, String referrerId, Instant at);
}
