package io.microecommerce.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.e2e.shop.Answer;
import io.microecommerce.e2e.shop.Json;
import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.e2e.shop.Visitor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A customer's address book, of which one address is the preferred one. */
class AddressBookIT {

    private static final String BOOK = "/api/v1/customer/me/address";
    private static final int MAX_ADDRESSES = 20;

    private final Shop shop = Shop.open();
    private final Visitor customer = shop.newCustomer(0);

    @Test
    void anAddressIsKeptAsItWasGiven() {
        Map<String, Object> given = Json.address("Chang-an Avenue 1");

        Answer added = customer.post(BOOK, Json.text(given)).expect(201);

        Answer read = customer.get(BOOK + "/" + added.text("/id")).expect(200);
        given.forEach((name, value) -> assertThat(read.text("/" + name)).isEqualTo(value));
        assertThat(read.body().at("/preferred").asBoolean()).isTrue();
    }

    @Test
    void exactlyOneIsPreferred() {
        String first = customer.keepsAddress("First", false);
        String second = customer.keepsAddress("Second", false);
        String third = customer.keepsAddress("Third", true);
        assertThat(preferred()).containsExactly(third);
        assertThat(ids()).containsExactly(third, second, first);

        change(first, "First", true).expect(200);
        assertThat(preferred()).containsExactly(first);
        assertThat(ids()).containsExactly(first, third, second);

        customer.delete(BOOK + "/" + first).expect(204);
        assertThat(preferred()).containsExactly(third);
        customer.delete(BOOK + "/" + third).expect(204);
        assertThat(preferred()).containsExactly(second);
        customer.delete(BOOK + "/" + second).expect(204);
        assertThat(ids()).isEmpty();
    }

    @Test
    void ofSeveralPreferredAtOnceOneIs() {
        List<String> added = Visitor.atOnce(8, i -> customer.keepsAddress("Street " + i, true));

        assertThat(ids()).containsExactlyInAnyOrderElementsOf(added);
        assertThat(preferred()).hasSize(1);
    }

    @Test
    void anAddressIsChanged() {
        String id = customer.keepsAddress("Old Street", true);

        Answer changed = change(id, "New Street", true).expect(200);

        assertThat(changed.text("/street")).isEqualTo("New Street");
        assertThat(customer.get(BOOK + "/" + id).text("/street")).isEqualTo("New Street");
    }

    @Test
    void theTwentyFirstIsRefusedAlsoOfSeveralAtOnce() {
        IntStream.range(0, MAX_ADDRESSES - 2).forEach(i -> customer.keepsAddress("Street " + i, false));

        List<Answer> answers = Visitor.atOnce(5, i -> customer.post(BOOK, Json.text(Json.address("Last Street " + i))));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 201, 422, 422, 422);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 422)
                .extracting(Answer::code)
                .containsOnly("TOO_MANY_ADDRESSES");
        assertThat(ids()).hasSize(MAX_ADDRESSES);
    }

    @Test
    void whatIsGoneOrSomebodyElsesIsNotThere() {
        String id = customer.keepsAddress("Street", true);
        Visitor other = shop.newCustomer(0);
        for (String unknown : List.of(id, "no-such-address")) {
            requireNotFound(other.get(BOOK + "/" + unknown));
            requireNotFound(other.put(BOOK + "/" + unknown, Json.text(Json.address("Elsewhere"))));
            requireNotFound(other.delete(BOOK + "/" + unknown));
        }

        assertThat(customer.get(BOOK + "/" + id).expect(200).text("/street")).isEqualTo("Street");
        customer.delete(BOOK + "/" + id).expect(204);
        requireNotFound(customer.get(BOOK + "/" + id));
        requireNotFound(customer.delete(BOOK + "/" + id));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "country, China",
                "country, cn",
                "phone, call me",
                "phone, null",
                "recipient, ' '",
                "recipient, null",
                "city, null",
                "street, ''",
                "region, ''",
                "postal_code, 123456789012345678901"
            })
    void aBadAddressIsRefused(String field, String value) {
        Map<String, Object> address = Json.address("Street");
        address.put(field, value);

        Answer answer = customer.post(BOOK, Json.text(address));

        assertThat(answer.expect(400).code()).isEqualTo("INVALID_FIELD");
        assertThat(answer.text("/detail")).contains(field);
        assertThat(ids()).isEmpty();
    }

    @Test
    void whatAnAddressMayLackIsNull() {
        Map<String, Object> address = Json.address("Street");
        Arrays.asList("region", "postal_code").forEach(address::remove);

        String id = customer.post(BOOK, Json.text(address)).expect(201).text("/id");

        JsonNode read = customer.get(BOOK + "/" + id).expect(200).body();
        assertThat(read.hasNonNull("region")).isFalse();
        assertThat(read.hasNonNull("postal_code")).isFalse();
    }

    private Answer change(String id, String street, boolean preferred) {
        Map<String, Object> address = Json.address(street);
        address.put("preferred", preferred);
        return customer.put(BOOK + "/" + id, Json.text(address));
    }

    private List<String> ids() {
        return customer.get(BOOK).expect(200).body().at("/items").findValuesAsString("id");
    }

    private List<String> preferred() {
        return customer.get(BOOK)
                .expect(200)
                .body()
                .at("/items")
                .valueStream()
                .filter(address -> address.path("preferred").asBoolean())
                .map(address -> address.path("id").asString())
                .toList();
    }

    private static void requireNotFound(Answer answer) {
        answer.expect(404);
        assertThat(answer.code()).isEqualTo("ADDRESS_NOT_FOUND");
    }
}
