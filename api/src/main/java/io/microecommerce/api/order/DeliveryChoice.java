package io.microecommerce.api.order;

import io.microecommerce.api.Limits;
import io.microecommerce.api.customer.PostalAddress;
import io.microecommerce.api.error.Refusal;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Where an order goes.
 *
 * @param addressId an address of the customer's address book
 * @param address one for this order only; at most one of the two is given, and without any it is the preferred address of the
 *     book, if there is one
 */
public record DeliveryChoice(@Nullable String addressId, @Nullable PostalAddress address) implements Serializable {

    /** The preferred address of the book. */
    public static final DeliveryChoice PREFERRED = new DeliveryChoice(null, null);

    public DeliveryChoice {
        if (addressId != null) {
            Limits.requireId("address_id", addressId);
        }
        if (addressId != null && address != null) {
            throw Refusal.invalid("address_id", "and address exclude each other");
        }
    }
}
