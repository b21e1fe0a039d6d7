package io.microecommerce.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.microecommerce.e2e.shop.Answer;
import io.microecommerce.e2e.shop.PostOffice;
import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.e2e.shop.Visitor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Staff hear of every paid order: in a list, live, and by mail. */
class StaffNotificationIT {

    private static final String PATH = "/api/v1/staff/notification";
    private static final Duration HEARD_WITHIN = Duration.ofSeconds(30);
    private static final Duration MAILED_WITHIN = Duration.ofSeconds(60);

    private final Shop shop = Shop.open();
    private final Visitor staff = shop.logIn(Shop.STAFF);
    private final String sku = staff.offers(1_000, 50);
    private final Visitor customer = shop.newCustomer(100_000);

    @Test
    void aPaidOrderIsListedOnceAndUnreadUntilSomebodyReadsIt() {
        Visitor colleague = staff.appoints(shop.newCustomer(0));
        String orderId = paidOrder();
        JsonNode notification = awaitNotification(orderId);
        String id = notification.path("id").asString();
        assertThat(notification.path("kind").asString()).isEqualTo("ORDER_PAID");
        assertThat(notification.path("text").asString()).contains(orderId);
        assertThat(notification.path("created_at").asString()).isNotBlank();
        assertThat(notification.hasNonNull("sku_id")).isFalse();
        assertThat(notification.hasNonNull("read_at")).isFalse();
        assertThat(unread()).contains(id);

        Answer read = colleague.post(PATH + "/" + id + "/read", null).expect(200);
        Answer again = staff.post(PATH + "/" + id + "/read", null).expect(200);

        assertThat(read.text("/read_by")).isEqualTo(colleague.id());
        assertThat(read.text("/read_at")).isNotBlank();
        assertThat(again.text("/read_by")).isEqualTo(colleague.id());
        assertThat(again.text("/read_at")).isEqualTo(read.text("/read_at"));
        assertThat(unread()).doesNotContain(id);
        assertThat(staff.notifications("order_id", orderId)).hasSize(1);
        assertThat(staff.post(PATH + "/no-such-notification/read", null)
                        .expect(404)
                        .code())
                .isEqualTo("NOTIFICATION_NOT_FOUND");
    }

    @Test
    void theListComesInPages() {
        List<String> orders = List.of(paidOrder(), paidOrder(), paidOrder());
        orders.forEach(this::awaitNotification);
        List<String> seen = new ArrayList<>();
        List<String> ids = new ArrayList<>();

        String cursor = "";
        do {
            Answer page = staff.get(PATH + "?size=2" + cursor).expect(200);
            assertThat(page.body().at("/items").size()).isBetween(1, 2);
            seen.addAll(page.body().at("/items").findValuesAsString("order_id"));
            ids.addAll(page.body().at("/items").findValuesAsString("id"));
            String next = page.text("/next");
            cursor = next.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        } while (!cursor.isEmpty() && !seen.containsAll(orders));

        assertThat(seen).containsAll(orders);
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void everyListenerHearsOfAPaidOrderOnceAndLive() {
        try (EventListener first = EventListener.open(shop.gateway().resolve(PATH), staff.token());
                EventListener second = EventListener.open(shop.gateway().resolve(PATH), staff.token())) {
            String orderId = paidOrder();
            String laterId = paidOrder();

            for (EventListener listener : List.of(first, second)) {
                await("heard live").atMost(HEARD_WITHIN).untilAsserted(() -> {
                    assertThat(listener.about(orderId)).isNotEmpty();
                    assertThat(listener.about(laterId)).isNotEmpty();
                });
                assertThat(listener.about(orderId)).hasSize(1);
                EventListener.Event heard = listener.about(orderId).get(0);
                JsonNode listed = awaitNotification(orderId);
                assertThat(heard.name()).isEqualTo("ORDER_PAID");
                assertThat(heard.id()).isEqualTo(listed.path("id").asString());
                assertThat(heard.data().path("text").asString())
                        .isEqualTo(listed.path("text").asString());
            }
        }
    }

    @Test
    void aListenerThatLeavesTakesNothingFromTheOthers() {
        EventListener leaving = EventListener.open(shop.gateway().resolve(PATH), staff.token());
        try (EventListener staying = EventListener.open(shop.gateway().resolve(PATH), staff.token())) {
            leaving.close();
            String orderId = paidOrder();

            await("heard live").atMost(HEARD_WITHIN).untilAsserted(() -> assertThat(staying.about(orderId))
                    .hasSize(1));
        }
        staff.get(PATH).expect(200);
    }

    @Test
    void nobodyElseHears() {
        for (Map<String, String> headers : List.of(Map.<String, String>of(), Map.of("Accept", "text/event-stream"))) {
            shop.anonymous().send("GET", PATH, null, headers).expect(401);
            customer.send("GET", PATH, null, headers).expect(403);
        }
        String id = awaitNotification(paidOrder()).path("id").asString();
        shop.anonymous().post(PATH + "/" + id + "/read", null).expect(401);
        customer.post(PATH + "/" + id + "/read", null).expect(403);
        assertThat(unread()).contains(id);
    }

    @Test
    void theStaffsDeskGetsOneMailAnOrder() {
        String orderId = paidOrder();
        await("the mail").atMost(MAILED_WITHIN).until(() -> !mailsAbout(orderId).isEmpty());

        String later = paidOrder();

        await("the next mail").atMost(MAILED_WITHIN).until(() -> !mailsAbout(later)
                .isEmpty());
        assertThat(mailsAbout(orderId)).hasSize(1);
    }

    private String paidOrder() {
        String orderId = customer.orders(sku, 1);
        customer.pays(orderId, Visitor.newKey()).expect(201);
        return orderId;
    }

    private JsonNode awaitNotification(String orderId) {
        await("a notification of " + orderId).atMost(HEARD_WITHIN).until(() -> !staff.notifications("order_id", orderId)
                .isEmpty());
        return staff.notifications("order_id", orderId).get(0);
    }

    private List<String> unread() {
        return staff.get(PATH + "?unread=true&size=100")
                .expect(200)
                .body()
                .at("/items")
                .findValuesAsString("id");
    }

    private List<String> mailsAbout(String orderId) {
        return shop.post().mailsTo(PostOffice.STAFF_DESK).stream()
                .filter(mail -> mail.contains(orderId))
                .toList();
    }
}
