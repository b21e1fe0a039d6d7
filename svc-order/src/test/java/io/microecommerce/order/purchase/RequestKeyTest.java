package io.microecommerce.order.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.api.customer.PostalAddress;
import io.microecommerce.api.order.DeliveryChoice;
import io.microecommerce.api.order.OrderFromCartCommand;
import io.microecommerce.api.order.OrderFromProductCommand;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestKeyTest {

    /** SHA-256 of {@code cart tee-red-m lamp} and {@code product tee-red-m 2}: the hashes that stored orders have. */
    @Test
    void ofARequestWithoutADeliveryIsWhatItWasBeforeThereWasOne() {
        assertThat(cart(DeliveryChoice.PREFERRED, "tee-red-m", "lamp"))
                .isEqualTo("37746acdf0749c2acb70755124d54a6f71b52be0fdc1bffc2980cc2725284671")
                .isEqualTo(cart(null, "tee-red-m", "lamp"));
        assertThat(product(DeliveryChoice.PREFERRED))
                .isEqualTo("e844349c4ac443dc0cd4b4cffc2c39e86b1770c0001862bc4d4d35ed6df05954")
                .isEqualTo(product(null));
    }

    @Test
    void coversWhereTheOrderGoes() {
        List<String> hashes = new ArrayList<>();
        hashes.add(product(DeliveryChoice.PREFERRED));
        hashes.add(product(new DeliveryChoice("address-1", null)));
        hashes.add(product(new DeliveryChoice("address-2", null)));
        hashes.add(product(inline("Alice", "1 Street", null)));
        hashes.add(product(inline("Alice", "1 Stree", "t")));
        hashes.add(product(inline("Alice", "1 Street 5:t", null)));
        hashes.add(product(inline("Alice", "1 Street", "-")));
        hashes.add(product(inline("Alice", "1 Street", "null")));
        hashes.add(product(inline("Alice", "1 Street a", "b")));
        hashes.add(product(inline("Alice", "1 Street", "a b")));
        hashes.add(product(inline("Alicf", "1 Street", null)));

        assertThat(hashes).doesNotHaveDuplicates();
        assertThat(product(inline("Alice", "1 Street", null))).isEqualTo(hashes.get(3));
    }

    @Test
    void doesNotTakeASkuForAnAddress() {
        assertThat(cart(new DeliveryChoice("id", null), "address"))
                .isNotEqualTo(cart(DeliveryChoice.PREFERRED, "address", "address", "id", "id"));
    }

    private static String cart(DeliveryChoice delivery, String... skuIds) {
        return RequestKey.of(new OrderFromCartCommand("alice", List.of(skuIds), delivery, "key"))
                .requestHash();
    }

    private static String product(DeliveryChoice delivery) {
        return RequestKey.of(new OrderFromProductCommand("alice", "tee-red-m", 2, delivery, "key"))
                .requestHash();
    }

    private static DeliveryChoice inline(String recipient, String street, String postalCode) {
        return new DeliveryChoice(
                null, new PostalAddress(recipient, "+86 1", "CN", null, "Shanghai", street, postalCode));
    }
}
