package io.microecommerce.api.customer;

import java.io.Serializable;
import java.time.Instant;

/**
 * A customer, without anything secret.
 *
 * @param referrerCode the customer's own code, to be given to others
 * @param staff whether the customer works here
 */
public record CustomerView(
        String id,
        String email,
        String firstName,
        String lastName,
        String referrerCode,
        boolean staff,
        Instant createdAt,
        Instant updatedAt)
        implements Serializable {}
