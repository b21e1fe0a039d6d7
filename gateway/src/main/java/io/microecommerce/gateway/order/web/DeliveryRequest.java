package io.microecommerce.gateway.order.web;

import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.order.DeliveryChoice;
import io.microecommerce.gateway.rest.PostalAddressRequest;
import org.jspecify.annotations.Nullable;

/**
 * Where an order goes.
 *
 * @param addressId one of the address book
 * @param address another one; the two exclude each other
 */
record DeliveryRequest(@Nullable String addressId, @Nullable PostalAddressRequest address) {

    /** With neither, the preferred address of the book. */
    DeliveryChoice toChoice() {
        return new DeliveryChoice(addressId, address == null ? null : address.toAddress());
    }

    /** One of the two must be there: an order is not redirected by an empty body. */
    DeliveryChoice toNamedChoice() {
        if (addressId == null && address == null) {
            throw Refusal.invalid("address_id", "or address is required");
        }
        return toChoice();
    }
}
