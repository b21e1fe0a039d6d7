package io.microecommerce.api.customer;

import io.microecommerce.api.error.Refusal;
import java.util.List;

/** Customers' address books. Every method finds only the customer's own addresses. */
public interface AddressFacade {

    /** Most addresses a customer may keep. */
    int MAX_ADDRESSES = 20;

    /** The preferred one first, then the newest first. */
    List<AddressView> addresses(String customerId) throws Refusal;

    /** @throws Refusal {@code ADDRESS_NOT_FOUND} */
    AddressView address(String customerId, String addressId) throws Refusal;

    /**
     * Not idempotent: never retried by the transport.
     *
     * @param preferred instead of the one that was; the first address is preferred in any case
     * @throws Refusal {@code TOO_MANY_ADDRESSES}
     */
    AddressView add(String customerId, PostalAddress address, boolean preferred) throws Refusal;

    /**
     * Orders keep the address they were placed with.
     *
     * @throws Refusal {@code ADDRESS_NOT_FOUND}
     */
    AddressView change(String customerId, String addressId, PostalAddress address, boolean preferred) throws Refusal;

    /**
     * If it was the preferred one, the newest of the others becomes it.
     *
     * @throws Refusal {@code ADDRESS_NOT_FOUND}
     */
    void remove(String customerId, String addressId) throws Refusal;
}
