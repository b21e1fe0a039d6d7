package io.microecommerce.customer.address;

import io.microecommerce.api.customer.AddressView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All address books. Changes of one book follow one another, whoever makes them. Whenever a book holds addresses, exactly one
 * of them is preferred.
 */
public interface Addresses {

    /** What became of a new address. */
    enum Addition {
        ADDED,
        NO_CUSTOMER,
        /** The book holds as many as it may. */
        FULL
    }

    /** The preferred one first, then the newest first. */
    List<AddressView> of(String customerId);

    Optional<AddressView> find(String customerId, String addressId);

    /**
     * @param address preferred or not; the first in a book is preferred in any case
     * @param most how many addresses the book may hold, this one included
     */
    Addition add(String customerId, AddressView address, int most, Instant at);

    /**
     * @param address preferred or not; the preferred one stays so until another one is preferred
     * @return false if it is not in the customer's book
     */
    boolean change(String customerId, AddressView address, Instant at);

    /**
     * If it was the preferred one, the newest of the others becomes it.
     *
     * @return false if it is not in the customer's book
     */
    boolean remove(String customerId, String addressId, Instant at);
}
