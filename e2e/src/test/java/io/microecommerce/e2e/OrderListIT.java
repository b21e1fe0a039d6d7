package io.microecommerce.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.e2e.shop.Answer;
import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.e2e.shop.Visitor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of orders: filtered, and in pages that neither miss nor repeat one while new ones come in. */
class OrderListIT {

    private final Shop shop = Shop.open();
    private final Visitor staff = shop.logIn(Shop.STAFF);
    private final String sku = staff.offers(100, 50);
    private final Visitor customer = shop.newCustomer(100_000);

    @Test
    void pagesHoldEveryOrderOnceWhileNewOnesComeIn() {
        List<String> placed = place(7);

        assertThat(pagesWhileOrdersComeIn(customer, "/api/v1/order?size=3")).containsExactlyElementsOf(placed);
    }

    @Test
    void theStaffsPagesDoSoToo() {
        List<String> placed = place(7);
        place(shop.newCustomer(0), 1);

        assertThat(pagesWhileOrdersComeIn(staff, "/api/v1/staff/order?size=3&customer_id=" + customer.id()))
                .containsExactlyElementsOf(placed);
        String newest = customer.orders(sku, 1);
        assertThat(staff.get("/api/v1/staff/order?size=1").expect(200).text("/items/0/id"))
                .isEqualTo(newest);
    }

    @Test
    void aStatusFiltersAndAListTellsNoHistory() {
        List<String> placed = place(3);
        customer.cancels(placed.get(1)).expect(200);

        assertThat(ids(customer, "/api/v1/order?status=CANCELLED")).containsExactly(placed.get(1));
        assertThat(ids(customer, "/api/v1/order?status=PENDING_PAYMENT")).containsExactly(placed.get(0), placed.get(2));
        assertThat(ids(customer, "/api/v1/order?status=COMPLETED")).isEmpty();
        assertThat(ids(staff, "/api/v1/staff/order?status=CANCELLED&customer_id=" + customer.id()))
                .containsExactly(placed.get(1));
        Answer list = customer.get("/api/v1/order").expect(200);
        assertThat(list.body().at("/items/0/history")).isEmpty();
        assertThat(list.body().at("/items/0/lines")).hasSize(1);
        assertThat(staff.get("/api/v1/staff/order?customer_id=" + customer.id()).text("/items/0/customer_id"))
                .isEqualTo(customer.id());
    }

    @Test
    void aPeriodIncludesItsBeginningAndNotItsEnd() {
        List<String> placed = place(4);
        String from = placedAt(placed.get(2));
        String to = placedAt(placed.get(0));

        assertThat(ids(customer, "/api/v1/order?from=" + from + "&to=" + to))
                .containsExactly(placed.get(1), placed.get(2));
        assertThat(ids(customer, "/api/v1/order?from=" + from))
                .containsExactly(placed.get(0), placed.get(1), placed.get(2));
        assertThat(ids(customer, "/api/v1/order?to=" + from)).containsExactly(placed.get(3));
        assertThat(ids(staff, "/api/v1/staff/order?customer_id=" + customer.id() + "&from=" + from + "&to=" + to))
                .containsExactly(placed.get(1), placed.get(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status=NONSENSE",
                "from=yesterday",
                "from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z",
                "cursor=no-such-cursor",
                "cursor=..%2F",
                "size=0",
                "size=101",
                "size=many"
            })
    void aQueryThatMakesNoSenseIsRefused(String query) {
        for (String path : List.of("/api/v1/order?", "/api/v1/staff/order?")) {
            assertThat(staff.get(path + query).expect(400).code()).isEqualTo("INVALID_FIELD");
        }
    }

    private List<String> place(int count) {
        return place(customer, count);
    }

    /** The newest first, as lists are. */
    private List<String> place(Visitor buyer, int count) {
        List<String> placed = new ArrayList<>(
                IntStream.range(0, count).mapToObj(i -> buyer.orders(sku, 1)).toList());
        Collections.reverse(placed);
        return placed;
    }

    private List<String> pagesWhileOrdersComeIn(Visitor reader, String path) {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = reader.get(path + cursor).expect(200);
            assertThat(page.body().at("/items").size()).isLessThanOrEqualTo(3);
            seen.addAll(page.body()
                    .at("/items")
                    .valueStream()
                    .map(order -> order.path("id").asString())
                    .toList());
            String next = page.text("/next");
            cursor = next.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
            customer.orders(sku, 1);
        } while (!cursor.isEmpty());
        return seen;
    }

    private static List<String> ids(Visitor reader, String path) {
        return reader.get(path)
                .expect(200)
                .body()
                .at("/items")
                .valueStream()
                .map(order -> order.path("id").asString())
                .toList();
    }

    private String placedAt(String orderId) {
        return customer.get("/api/v1/order/" + orderId).expect(200).text("/created_at");
    }
}
