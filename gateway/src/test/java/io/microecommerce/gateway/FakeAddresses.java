package io.microecommerce.gateway;

import io.microecommerce.api.customer.AddressFacade;
import io.microecommerce.api.customer.AddressView;
import io.microecommerce.api.customer.PostalAddress;
import java.util.List;

/** An address book of one address, beside {@link FakeServices}. */
public record FakeAddresses(FakeServices services) implements AddressFacade {

    public static final PostalAddress HOME =
            new PostalAddress("Alice Doe", "+86 10 1234", "CN", null, "Beijing", "Chang-an Avenue 1", "100000");

    @Override
    public List<AddressView> addresses(String customerId) {
        return services.answer(List.of(new AddressView("a-1", HOME, true)), customerId);
    }

    @Override
    public AddressView address(String customerId, String addressId) {
        return services.answer(new AddressView(addressId, HOME, true), customerId, addressId);
    }

    @Override
    public AddressView add(String customerId, PostalAddress address, boolean preferred) {
        return services.answer(new AddressView("a-1", address, preferred), customerId, address, preferred);
    }

    @Override
    public AddressView change(String customerId, String addressId, PostalAddress address, boolean preferred) {
        return services.answer(
                new AddressView(addressId, address, preferred), customerId, addressId, address, preferred);
    }

    @Override
    public void remove(String customerId, String addressId) {
        services.answer("", "remove address", customerId, addressId);
    }
}
