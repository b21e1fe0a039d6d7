package io.microecommerce.api.customer;

import io.microecommerce.api.error.Refusal;

/** Customers and their login. */
public interface CustomerFacade {

    /**
     * Not idempotent: never retried by the transport.
     *
     * @throws Refusal {@code EMAIL_TAKEN}, {@code REFERRER_UNKNOWN}
     */
    CustomerView register(RegisterCommand command) throws Refusal;

    /** @throws Refusal {@code LOGIN_FAILED}, the same for an unknown e-mail and a wrong password */
    CustomerView authenticate(Credentials credentials) throws Refusal;

    /** @throws Refusal {@code CUSTOMER_NOT_FOUND} */
    CustomerView customer(String customerId) throws Refusal;
}
