package io.microecommerce.order.purchase.remote;

import io.microecommerce.api.customer.AddressFacade;
import io.microecommerce.api.customer.AddressView;
import io.microecommerce.api.customer.PostalAddress;
import io.microecommerce.order.purchase.AddressBook;
import io.microecommerce.service.rpc.Failures;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.dubbo.rpc.RpcException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The address books of svc-customer. */
@Component
class DubboAddressBook implements AddressBook {

    private static final Logger log = LoggerFactory.getLogger(DubboAddressBook.class);

    private final AddressFacade addresses;

    DubboAddressBook(AddressFacade addresses) {
        this.addresses = addresses;
    }

    @Override
    public PostalAddress address(String customerId, String addressId) {
        return answer(() -> addresses.address(customerId, addressId)).address();
    }

    @Override
    public Optional<PostalAddress> preferred(String customerId) {
        return answer(() -> addresses.addresses(customerId)).stream()
                .filter(AddressView::preferred)
                .map(AddressView::address)
                .findFirst();
    }

    private static <T> T answer(Supplier<T> question) {
        try {
            return question.get();
        } catch (RpcException unanswered) {
            log.warn("svc-customer does not answer: {}", unanswered.toString());
            throw Failures.unavailable("The address book");
        }
    }
}
