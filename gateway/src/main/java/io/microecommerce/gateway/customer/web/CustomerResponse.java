package io.microecommerce.gateway.customer.web;

import io.microecommerce.api.customer.CustomerView;
import java.time.Instant;

/** A customer, as they see themselves. */
record CustomerResponse(
        String id,
        String email,
        String firstName,
        String lastName,
        String referrerCode,
        boolean staff,
        Instant createdAt,
        Instant updatedAt) {

    static CustomerResponse of(CustomerView customer) {
        return new CustomerResponse(
                customer.id(),
                customer.email(),
                customer.firstName(),
                customer.lastName(),
                customer.referrerCode(),
                customer.staff(),
                customer.createdAt(),
                customer.updatedAt());
    }
}
