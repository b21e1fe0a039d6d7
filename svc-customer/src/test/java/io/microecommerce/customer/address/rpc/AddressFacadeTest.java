package io.microecommerce.customer.address.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microecommerce.api.customer.AddressFacade;
import io.microecommerce.api.customer.AddressView;
import io.microecommerce.api.customer.PostalAddress;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.customer.CustomerServiceTest;
import io.microecommerce.customer.Together;
import io.microecommerce.customer.account.rpc.DubboCustomerFacade;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;

class AddressFacadeTest extends CustomerServiceTest {

    @Autowired
    private DubboCustomerFacade customers;

    @Autowired
    private DubboAddressFacade addresses;

    private String customer;

    @BeforeEach
    void registerOne() {
        customer = customers.register(aCustomer()).id();
    }

    @Test
    void keepsAnAddressAsItWasGiven() {
        PostalAddress full = new PostalAddress(
                "Zoë 王", "+86 (10) 123-45", "CN", "Hebei", "Shijiazhuang", "Street 1, door 2", "050000");
        PostalAddress least = new PostalAddress("A", "110", "SG", null, "Singapore", "Street 1", null);

        AddressView one = addresses.add(customer, full, false);
        AddressView other = addresses.add(customer, least, false);

        assertThat(one.address()).isEqualTo(full);
        assertThat(other.address()).isEqualTo(least);
        assertThat(addresses.address(customer, one.id())).isEqualTo(one);
        assertThat(addresses.address(customer, other.id())).isEqualTo(other);
    }

    @Test
    void listsThePreferredOneFirstAndThenTheNewest() {
        AddressView first = addresses.add(customer, street("1"), false);
        AddressView second = addresses.add(customer, street("2"), false);
        AddressView third = addresses.add(customer, street("3"), false);

        assertThat(addresses.addresses(customer)).containsExactly(first, third, second);
        assertThat(first.preferred()).isTrue();
        assertThat(second.preferred()).isFalse();
    }

    @Test
    void prefersAnotherInsteadOfTheOneThatWas() {
        AddressView first = addresses.add(customer, street("1"), false);
        AddressView second = addresses.add(customer, street("2"), true);
        assertThat(preferred()).containsExactly(second.id());

        AddressView changed = addresses.change(customer, first.id(), street("1a"), true);

        assertThat(changed).isEqualTo(new AddressView(first.id(), street("1a"), true));
        assertThat(preferred()).containsExactly(first.id());
    }

    @Test
    void keepsThePreferredOneUntilAnotherIsPreferred() {
        AddressView first = addresses.add(customer, street("1"), true);
        addresses.add(customer, street("2"), false);

        AddressView changed = addresses.change(customer, first.id(), street("1a"), false);

        assertThat(changed.address()).isEqualTo(street("1a"));
        assertThat(preferred()).containsExactly(first.id());
    }

    @Test
    void prefersTheNewestOfTheOthersWhenThePreferredOneIsRemoved() {
        AddressView first = addresses.add(customer, street("1"), false);
        AddressView second = addresses.add(customer, street("2"), false);
        AddressView third = addresses.add(customer, street("3"), false);

        addresses.remove(customer, second.id());
        assertThat(preferred()).containsExactly(first.id());
        addresses.add(customer, street("4"), false);
        addresses.remove(customer, first.id());
        assertThat(addresses.addresses(customer))
                .extracting(view -> view.address().street())
                .containsExactly("4", "3");

        addresses.addresses(customer).forEach(view -> addresses.remove(customer, view.id()));
        assertThat(addresses.addresses(customer)).isEmpty();
        assertThat(addresses.add(customer, street("5"), false).preferred()).isTrue();
        assertThat(third.preferred()).isFalse();
    }

    @Test
    void isNobodyElses() {
        AddressView address = addresses.add(customer, street("1"), false);

        assertThat(refusalOf(() -> addresses.address(BOB, address.id()))).isEqualTo(ErrorCode.ADDRESS_NOT_FOUND);
        assertThat(refusalOf(() -> addresses.change(BOB, address.id(), street("2"), true)))
                .isEqualTo(ErrorCode.ADDRESS_NOT_FOUND);
        assertThat(refusalOf(() -> addresses.remove(BOB, address.id()))).isEqualTo(ErrorCode.ADDRESS_NOT_FOUND);
        assertThat(addresses.addresses(BOB)).isEmpty();
        assertThat(addresses.addresses(customer)).containsExactly(address);
    }

    @Test
    void refusesWhatIsNotThere() {
        String nothing = UUID.randomUUID().toString();

        assertThat(refusalOf(() -> addresses.address(customer, nothing))).isEqualTo(ErrorCode.ADDRESS_NOT_FOUND);
        assertThat(refusalOf(() -> addresses.change(customer, nothing, street("2"), true)))
                .isEqualTo(ErrorCode.ADDRESS_NOT_FOUND);
        assertThat(refusalOf(() -> addresses.remove(customer, nothing))).isEqualTo(ErrorCode.ADDRESS_NOT_FOUND);
        assertThat(refusalOf(() -> addresses.add(nothing, street("1"), false))).isEqualTo(ErrorCode.CUSTOMER_NOT_FOUND);
        assertThat(refusalOf(() -> addresses.address(customer, "no id"))).isEqualTo(ErrorCode.INVALID_FIELD);
    }

    @Test
    void refusesControlCharacters() {
        PostalAddress forged = new PostalAddress("A\nB", "110", "SG", null, "Singapore", "Street 1", null);
        PostalAddress impossible = new PostalAddress("A", "110", "SG", null, "Singapore", "Street\u0000", null);
        AddressView address = addresses.add(customer, street("1"), false);

        assertThat(refusalOf(() -> addresses.add(customer, forged, false))).isEqualTo(ErrorCode.INVALID_FIELD);
        assertThat(refusalOf(() -> addresses.change(customer, address.id(), impossible, false)))
                .isEqualTo(ErrorCode.INVALID_FIELD);
        assertThat(addresses.addresses(customer)).containsExactly(address);
    }

    @Test
    void holdsTwentyAndNoMoreThoughMoreComeAtOnce() throws Exception {
        Together<AddressView> added = Together.times(30, () -> addresses.add(customer, street("1"), true));

        assertThat(added.values()).hasSize(AddressFacade.MAX_ADDRESSES);
        assertThat(added.refusals()).hasSize(10).containsOnly(ErrorCode.TOO_MANY_ADDRESSES);
        assertThat(addresses.addresses(customer)).hasSize(AddressFacade.MAX_ADDRESSES);
        assertThat(preferred()).hasSize(1);
        addresses.remove(customer, preferred().get(0));
        addresses.add(customer, street("21"), false);
    }

    @Test
    void prefersOneWhateverHappensAtOnce() throws Exception {
        List<AddressView> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            all.add(addresses.add(customer, street("" + i), false));
        }
        List<Callable<String>> changes = new ArrayList<>();
        for (AddressView address : all.subList(0, 4)) {
            changes.add(() -> {
                addresses.remove(customer, address.id());
                return "removed";
            });
        }
        for (AddressView address : all.subList(4, 8)) {
            changes.add(() -> addresses
                    .change(customer, address.id(), street("new"), true)
                    .id());
        }

        assertThat(Together.all(changes).refusals()).isEmpty();

        assertThat(preferred()).hasSize(1);
        assertThat(addresses.addresses(customer)).hasSize(4);
    }

    @Test
    void cannotPreferTwoEvenByHand() {
        addresses.add(customer, street("1"), false);
        addresses.add(customer, street("2"), false);

        assertThatThrownBy(() -> jdbc.sql("UPDATE address SET preferred = true WHERE customer_id = ?")
                        .param(customer)
                        .update())
                .isInstanceOf(DuplicateKeyException.class)
                .hasMessageContaining("address_one_preferred");
    }

    private List<String> preferred() {
        return addresses.addresses(customer).stream()
                .filter(AddressView::preferred)
                .map(AddressView::id)
                .toList();
    }

    private static PostalAddress street(String street) {
        return new PostalAddress("A B", "+86 10 1234", "CN", null, "Beijing", street, "100000");
    }
}
