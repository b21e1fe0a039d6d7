package io.microecommerce.customer.account.store;

import io.microecommerce.customer.account.Customer;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A row of {@code customer}. The driver reads a {@code timestamptz} as an OffsetDateTime only. */
record CustomerRow(
        String id,
        String email,
        String firstName,
        String lastName,
        String passwordHash,
        String referralCode,
        @Nullable String referrerId,
        boolean staff,
        OffsetDateTime createdAt,
        OffsetDateTime updatedAt) {

    static CustomerRow of(Customer customer) {
        return new CustomerRow(
                customer.id(),
                customer.email(),
                customer.firstName(),
                customer.lastName(),
                customer.passwordHash(),
                customer.referralCode(),
                customer.referrerId(),
                customer.staff(),
                customer.createdAt().atOffset(ZoneOffset.UTC),
                customer.updatedAt().atOffset(ZoneOffset.UTC));
    }

    Customer toCustomer() {
        return new Customer(
                id,
                email,
                firstName,
                lastName,
                passwordHash,
                referralCode,
                referrerId,
                staff,
                createdAt.toInstant(),
                updatedAt.toInstant());
    }
}
