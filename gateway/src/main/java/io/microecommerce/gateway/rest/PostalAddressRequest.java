package io.microecommerce.gateway.rest;

import static io.microecommerce.gateway.request.RequestFields.required;

import io.microecommerce.api.customer.PostalAddress;
import org.jspecify.annotations.Nullable;

/**
 * Where a parcel goes, and to whom; see {@link PostalAddress} for what each field may be.
 *
 * @param region may be left out
 * @param postalCode may be left out
 */
public record PostalAddressRequest(
        @Nullable String recipient,
        @Nullable String phone,
        @Nullable String country,
        @Nullable String region,
        @Nullable String city,
        @Nullable String street,
        @Nullable String postalCode) {

    public PostalAddress toAddress() {
        return new PostalAddress(
                required("recipient", recipient),
                required("phone", phone),
                required("country", country),
                region,
                required("city", city),
                required("street", street),
                postalCode);
    }

    @Override
    public String toString() {
        return "PostalAddressRequest[...]";
    }
}
