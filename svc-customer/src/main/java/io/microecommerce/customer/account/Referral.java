package io.microecommerce.customer.account;

import org.jspecify.annotations.Nullable;

/**
 * Who referred a customer.
 *
 * @param referrerId null for nobody
 * @param referrerDeleted whether the referrer asked to be forgotten; false where there is none
 */
public record Referral(@Nullable String referrerId, boolean referrerDeleted) {}
