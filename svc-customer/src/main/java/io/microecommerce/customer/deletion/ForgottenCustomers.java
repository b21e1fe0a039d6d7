package io.microecommerce.customer.deletion;

import java.time.Instant;

/** What is left of customers who asked to be forgotten. */
public interface ForgottenCustomers {

    /** Whether somebody had this id and was forgotten. */
    boolean contains(String customerId);

    /**
     * Erases names, e-mail, password, addresses, sessions and requests to reset the password, all or nothing. Id, referrals and
     * ledgers stay.
     *
     * @return false, and nothing is erased, if there is no such customer any more, or they work here
     */
    boolean add(String customerId, Instant at);
}
