package io.microecommerce.order.purchase;

import io.microecommerce.api.customer.PostalAddress;
import io.microecommerce.api.error.Refusal;
import java.util.Optional;

/** The customers' address books. */
public interface AddressBook {

    /** @throws Refusal {@code ADDRESS_NOT_FOUND}, {@code SERVICE_UNAVAILABLE} */
    PostalAddress address(String customerId, String addressId);

    /**
     * The one that an order takes when it names none; empty for a customer without any.
     *
     * @throws Refusal {@code SERVICE_UNAVAILABLE}
     */
    Optional<PostalAddress> preferred(String customerId);
}
