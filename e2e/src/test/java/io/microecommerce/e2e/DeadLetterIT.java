package io.microecommerce.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.microecommerce.e2e.shop.Answer;
import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.e2e.shop.Visitor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageAccessor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * The staff and what a consumer gave up. A message is sent as one whose retries are used up, so that the broker makes a dead letter
 * of it at once; that retries are used up after their number is shown in svc-payment.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeadLetterIT {

    private static final String ROUTE = "/api/v1/staff/dead_letter";
    private static final String CREDIT = "svc-customer-credit";
    private static final Duration STORED_WITHIN = Duration.ofSeconds(60);

    private final Shop shop = Shop.open();
    private final Visitor staff = shop.logIn("staff@example.com");
    private DefaultMQProducer producer;

    @BeforeAll
    void connect() throws Exception {
        producer = new DefaultMQProducer("dead-letter-it");
        producer.setNamesrvAddr("127.0.0.1:" + shop.platform().port("rocketmq-namesrv"));
        producer.start();
    }

    @AfterAll
    void disconnect() {
        producer.shutdown();
    }

    @Test
    void aBrokenEffectIsRedrivenOnceItIsMended() throws Exception {
        Visitor customer = shop.newCustomer(100_000);
        String broken = "test_broken_" + customer.id().replace('-', '_');
        shop.books()
                .change(
                        "shop_customer",
                        "ALTER TABLE credit_entry ADD CONSTRAINT " + broken + " CHECK (customer_id <> '" + customer.id()
                                + "') NOT VALID");
        String orderId;
        String id;
        try {
            orderId = customer.orders("tee-red-m", 1);
            String paymentId =
                    customer.pays(orderId, Visitor.newKey()).expect(201).text("/id");
            giveUp(CREDIT, paymentId, event(paymentId, orderId, customer.id()));
            id = awaitLetter(CREDIT, paymentId);

            Answer letter = staff.get(ROUTE + "/" + id).expect(200);
            assertThat(letter.text("/state")).isEqualTo("OPEN");
            assertThat(letter.text("/service")).isEqualTo("svc-customer");
            assertThat(letter.text("/evidence/applied")).isEqualTo("NO");
            assertThat(letter.text("/body")).contains(orderId);
            Answer failed = redrive(id, "Let us see.");
            assertThat(failed.text("/outcome")).isEqualTo("FAILED");
            assertThat(failed.text("/dead_letter/state")).isEqualTo("OPEN");
            assertThat(failed.text("/dead_letter/last_error")).contains(broken);
        } finally {
            shop.books().change("shop_customer", "ALTER TABLE credit_entry DROP CONSTRAINT " + broken);
        }

        // The broker has a copy of its own that it delivers again; whichever comes first applies the effect.
        assertThat(redrive(id, "Mended.").text("/outcome")).isIn("APPLIED", "WAS_APPLIED");
        Answer again = redrive(id, "Once more.");

        assertThat(again.text("/outcome")).isEqualTo("WAS_REDRIVEN");
        assertThat(again.text("/dead_letter/evidence/applied")).isEqualTo("YES");
        assertThat(again.body().at("/dead_letter/actions").size()).isEqualTo(2);
        assertThat(again.text("/dead_letter/actions/1/reason")).isEqualTo("Mended.");
        assertThat(again.text("/dead_letter/resolved_by")).isEqualTo(staff.id());
        assertThat(customer.get("/api/v1/customer/me/credit")
                        .expect(200)
                        .body()
                        .at("/items")
                        .size())
                .isEqualTo(1);
        shop.settles("a redriven credit", orderId);
    }

    @Test
    void manyThatCannotBeReadStayOpenUntilTheyAreDiscardedForAReason() throws Exception {
        String one = "poison-" + Visitor.newKey();
        String two = "poison-" + Visitor.newKey();
        String group = "svc-order-staff-notification";
        giveUp(group, one, "no event");
        giveUp(group, two, "no event");
        String first = awaitLetter(group, one);
        String second = awaitLetter(group, two);

        Answer many = staff.post(ROUTE + "/redrive", "{\"ids\":[\"%s\",\"%s\"]}".formatted(first, second))
                .expect(200);

        assertThat(many.text("/items/0/outcome")).isEqualTo("FAILED");
        assertThat(many.text("/items/1/outcome")).isEqualTo("FAILED");
        staff.post(ROUTE + "/" + first + "/discard", "{}").expect(400);
        for (String id : List.of(first, second)) {
            Answer discarded = staff.post(ROUTE + "/" + id + "/discard", "{\"reason\":\"A test sent it.\"}")
                    .expect(200);
            assertThat(discarded.text("/state")).isEqualTo("DISCARDED");
            assertThat(discarded.text("/actions/0/outcome")).isEqualTo("FAILED");
            assertThat(discarded.text("/actions/1/action")).isEqualTo("DISCARD");
            assertThat(staff.post(ROUTE + "/" + id + "/redrive", "{}")
                            .expect(409)
                            .code())
                    .isEqualTo("DEAD_LETTER_RESOLVED");
        }
        shop.newCustomer(0).get(ROUTE).expect(403);
    }

    private Answer redrive(String id, String reason) {
        return staff.post(ROUTE + "/" + id + "/redrive", "{\"reason\":\"" + reason + "\"}")
                .expect(200);
    }

    private String awaitLetter(String group, String key) {
        await("the letter of " + key).atMost(STORED_WITHIN).until(() -> !letters(group, key)
                .isEmpty());
        return letters(group, key).get(0).path("id").asString();
    }

    private List<JsonNode> letters(String group, String key) {
        JsonNode items = staff.get(ROUTE + "?state=OPEN&size=100&group=" + group)
                .expect(200)
                .body()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(letter -> letter.path("keys").asString("").equals(key))
                .toList();
    }

    /** As a client does that cannot send a failed message back in the usual way. */
    private void giveUp(String group, String key, String body) throws Exception {
        Message message =
                new Message(MixAll.getRetryTopic(group), "OrderPaid", key, body.getBytes(StandardCharsets.UTF_8));
        MessageAccessor.setReconsumeTime(message, "9");
        MessageAccessor.setMaxReconsumeTimes(message, "8");
        producer.send(message);
    }

    private static String event(String paymentId, String orderId, String customerId) {
        return """
                {"paymentId":"%s","attempt":1,"orderId":"%s","customerId":"%s","amount":{"currency":"CNY","minor":8900}}"""
                .formatted(paymentId, orderId, customerId);
    }
}
