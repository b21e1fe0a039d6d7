package io.microecommerce.order.purchase.remote;

import static io.microecommerce.order.purchase.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.api.customer.AddressFacade;
import io.microecommerce.api.customer.AddressView;
import io.microecommerce.api.customer.PostalAddress;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.order.purchase.Examples;
import java.util.ArrayList;
import java.util.List;
import org.apache.dubbo.rpc.RpcException;
import org.junit.jupiter.api.Test;

class DubboAddressBookTest {

    private final Addresses addresses = new Addresses();
    private final DubboAddressBook book = new DubboAddressBook(addresses);

    @Test
    void findsThePreferredAddressIfThereIsOne() {
        assertThat(book.preferred("alice")).isEmpty();

        addresses.kept.add(new AddressView("work", Examples.berlin(), false));
        assertThat(book.preferred("alice")).isEmpty();

        addresses.kept.add(new AddressView("home", Examples.shanghai(), true));
        assertThat(book.preferred("alice")).contains(Examples.shanghai());
    }

    @Test
    void findsTheNamedAddress() {
        addresses.kept.add(new AddressView("home", Examples.shanghai(), true));

        assertThat(book.address("alice", "home")).isEqualTo(Examples.shanghai());
        assertRefused(ErrorCode.ADDRESS_NOT_FOUND, () -> book.address("alice", "work"));
    }

    @Test
    void saysWhenSvcCustomerDoesNotAnswer() {
        addresses.answers = false;

        assertRefused(ErrorCode.SERVICE_UNAVAILABLE, () -> book.address("alice", "home"));
        assertRefused(ErrorCode.SERVICE_UNAVAILABLE, () -> book.preferred("alice"));
    }

    private static final class Addresses implements AddressFacade {

        private final List<AddressView> kept = new ArrayList<>();
        private boolean answers = true;

        @Override
        public List<AddressView> addresses(String customerId) {
            if (!answers) {
                throw new RpcException(RpcException.TIMEOUT_EXCEPTION, "late");
            }
            return kept;
        }

        @Override
        public AddressView address(String customerId, String addressId) {
            return addresses(customerId).stream()
                    .filter(address -> address.id().equals(addressId))
                    .findFirst()
                    .orElseThrow(() -> new Refusal(ErrorCode.ADDRESS_NOT_FOUND, "No such address."));
        }

        @Override
        public AddressView add(String customerId, PostalAddress address, boolean preferred) {
            throw new UnsupportedOperationException();
        }

        @Override
        public AddressView change(String customerId, String addressId, PostalAddress address, boolean preferred) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void remove(String customerId, String addressId) {
            throw new UnsupportedOperationException();
        }
    }
}
