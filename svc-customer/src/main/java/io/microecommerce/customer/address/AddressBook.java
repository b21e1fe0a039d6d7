package io.microecommerce.customer.address;

import io.microecommerce.api.customer.AddressFacade;
import io.microecommerce.api.customer.AddressView;
import io.microecommerce.api.customer.PostalAddress;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.customer.account.NoCustomer;
import io.microecommerce.customer.account.Printable;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** What a customer does with their address book. */
public final class AddressBook {

    private final Addresses addresses;
    private final Clock clock;

    public AddressBook(Addresses addresses, Clock clock) {
        this.addresses = addresses;
        this.clock = clock;
    }

    /** The preferred one first, then the newest first. */
    public List<AddressView> all(String customerId) {
        return addresses.of(customerId);
    }

    /** @throws Refusal {@code ADDRESS_NOT_FOUND} */
    public AddressView find(String customerId, String addressId) {
        return addresses.find(customerId, addressId).orElseThrow(AddressBook::notFound);
    }

    /** @throws Refusal {@code TOO_MANY_ADDRESSES}, {@code CUSTOMER_NOT_FOUND}, {@code INVALID_FIELD} */
    public AddressView add(String customerId, PostalAddress address, boolean preferred) {
        requirePrintable(address);
        AddressView added = new AddressView(UUID.randomUUID().toString(), address, preferred);
        return switch (addresses.add(customerId, added, AddressFacade.MAX_ADDRESSES, now())) {
            case ADDED -> find(customerId, added.id());
            case NO_CUSTOMER -> throw NoCustomer.refusal();
            case FULL ->
                throw new Refusal(
                        ErrorCode.TOO_MANY_ADDRESSES,
                        "An address book holds at most " + AddressFacade.MAX_ADDRESSES + "; remove one first.");
        };
    }

    /** @throws Refusal {@code ADDRESS_NOT_FOUND}, {@code INVALID_FIELD} */
    public AddressView change(String customerId, String addressId, PostalAddress address, boolean preferred) {
        requirePrintable(address);
        if (!addresses.change(customerId, new AddressView(addressId, address, preferred), now())) {
            throw notFound();
        }
        return find(customerId, addressId);
    }

    /** @throws Refusal {@code ADDRESS_NOT_FOUND} */
    public void remove(String customerId, String addressId) {
        if (!addresses.remove(customerId, addressId, now())) {
            throw notFound();
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The other fields have a form without control characters. */
    private static void requirePrintable(PostalAddress address) {
        Printable.require("recipient", address.recipient());
        Printable.require("region", address.region());
        Printable.require("city", address.city());
        Printable.require("street", address.street());
        Printable.require("postal_code", address.postalCode());
    }

    private static Refusal notFound() {
        return new Refusal(ErrorCode.ADDRESS_NOT_FOUND, "There is no such address in your address book.");
    }
}
