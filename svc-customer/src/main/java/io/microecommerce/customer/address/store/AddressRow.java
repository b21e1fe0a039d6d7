package io.microecommerce.customer.address.store;

import io.microecommerce.api.customer.AddressView;
import io.microecommerce.api.customer.PostalAddress;
import org.jspecify.annotations.Nullable;

/** The columns of {@code address} that a customer sees. */
record AddressRow(
        String id,
        String recipient,
        String phone,
        String country,
        @Nullable String region,
        String city,
        String street,
        @Nullable String postalCode,
        boolean preferred) {

    AddressView toView() {
        return new AddressView(
                id, new PostalAddress(recipient, phone, country, region, city, street, postalCode), preferred);
    }
}
