package io.microecommerce.customer.account;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;

/** The answer about somebody who is not there, be it that they never were or that they were deleted. */
public final class NoCustomer {

    private NoCustomer() {}

    public static Refusal refusal() {
        return new Refusal(ErrorCode.CUSTOMER_NOT_FOUND, "There is no such customer.");
    }
}
