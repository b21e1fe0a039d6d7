package io.microecommerce.customer.address.rpc;

import io.microecommerce.api.Limits;
import io.microecommerce.api.customer.AddressFacade;
import io.microecommerce.api.customer.AddressView;
import io.microecommerce.api.customer.PostalAddress;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.customer.address.AddressBook;
import java.util.List;
import org.apache.dubbo.config.annotation.DubboService;

/** Address books over Dubbo. */
@DubboService
public class DubboAddressFacade implements AddressFacade {

    private final AddressBook book;

    DubboAddressFacade(AddressBook book) {
        this.book = book;
    }

    @Override
    public List<AddressView> addresses(String customerId) throws Refusal {
        return book.all(customer(customerId));
    }

    @Override
    public AddressView address(String customerId, String addressId) throws Refusal {
        return book.find(customer(customerId), address(addressId));
    }

    @Override
    public AddressView add(String customerId, PostalAddress address, boolean preferred) throws Refusal {
        return book.add(customer(customerId), address, preferred);
    }

    @Override
    public AddressView change(String customerId, String addressId, PostalAddress address, boolean preferred)
            throws Refusal {
        return book.change(customer(customerId), address(addressId), address, preferred);
    }

    @Override
    public void remove(String customerId, String addressId) throws Refusal {
        book.remove(customer(customerId), address(addressId));
    }

    private static String customer(String id) {
        return Limits.requireId("customer_id", id);
    }

    private static String address(String id) {
        return Limits.requireId("address_id", id);
    }
}
