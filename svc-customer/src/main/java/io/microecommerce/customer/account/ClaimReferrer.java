package io.microecommerce.customer.account;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import java.time.Clock;

/** A customer names who recommended the shop, once, and after registration. */
public final class ClaimReferrer {

    private final Customers customers;
    private final Referrals referrals;
    private final Clock clock;

    public ClaimReferrer(Customers customers, Referrals referrals, Clock clock) {
        this.customers = customers;
        this.referrals = referrals;
        this.clock = clock;
    }

    /**
     * @throws Refusal {@code CUSTOMER_NOT_FOUND}, {@code REFERRER_ALREADY_SET}, {@code REFERRER_UNKNOWN}, {@code
     *     REFERRAL_CIRCULAR}
     */
    public Customer claim(String customerId, String referrerCode) {
        Customer customer = customers.byId(customerId).orElseThrow(NoCustomer::refusal);
        if (customer.referrerId() != null) {
            throw alreadySet();
        }
        Customer referrer = ReferralCode.normalised(referrerCode)
                .flatMap(customers::byReferralCode)
                .orElseThrow(() ->
                        new Refusal(ErrorCode.REFERRER_UNKNOWN, "Nobody has this referrer code; ask for it again."));
        return switch (referrals.claim(customerId, referrer.id(), clock.instant())) {
            case MADE -> customers.byId(customerId).orElseThrow(NoCustomer::refusal);
            case NO_CUSTOMER -> throw NoCustomer.refusal();
            case HAS_REFERRER -> throw alreadySet();
            case CIRCULAR ->
                throw new Refusal(
                        ErrorCode.REFERRAL_CIRCULAR,
                        "This is you, or somebody who is a customer by your own recommendation.");
        };
    }

    private static Refusal alreadySet() {
        return new Refusal(ErrorCode.REFERRER_ALREADY_SET, "You have named your referrer before; it stays.");
    }
}
