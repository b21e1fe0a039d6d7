package io.microecommerce.e2e.shop;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageAccessor;
import tools.jackson.databind.JsonNode;

/**
 * Makes dead letters: a message is sent as one whose retries are used up, so that the broker makes a dead letter of it at once.
 * That retries are used up after their number is shown in svc-payment.
 */
public final class DeadLetters implements AutoCloseable {

    public static final String ROUTE = "/api/v1/staff/dead_letter";
    public static final String CREDIT = "svc-customer-credit";

    private static final Duration STORED_WITHIN = Duration.ofSeconds(60);

    private final Shop shop;
    private final Visitor staff;
    private final DefaultMQProducer producer;

    private DeadLetters(Shop shop, Visitor staff, DefaultMQProducer producer) {
        this.shop = shop;
        this.staff = staff;
        this.producer = producer;
    }

    /** @param name of the producer group: each of its own */
    public static DeadLetters in(Shop shop, Visitor staff, String name) throws MQClientException {
        DefaultMQProducer producer = new DefaultMQProducer(name);
        producer.setNamesrvAddr("127.0.0.1:" + shop.platform().port("rocketmq-namesrv"));
        producer.start();
        return new DeadLetters(shop, staff, producer);
    }

    @Override
    public void close() {
        producer.shutdown();
    }

    /** As a client does that cannot send a failed message back in the usual way. */
    public void giveUp(String group, String key, String body) throws Exception {
        Message message =
                new Message(MixAll.getRetryTopic(group), "OrderPaid", key, body.getBytes(StandardCharsets.UTF_8));
        MessageAccessor.setReconsumeTime(message, "9");
        MessageAccessor.setMaxReconsumeTimes(message, "8");
        producer.send(message);
    }

    /** @return id of the letter, once the service has stored it */
    public String awaitLetter(String group, String key) {
        await("the letter of " + key).atMost(STORED_WITHIN).until(() -> !letters(group, key)
                .isEmpty());
        return letters(group, key).get(0).path("id").asString();
    }

    private List<JsonNode> letters(String group, String key) {
        return staff.get(ROUTE + "?state=OPEN&size=100&group=" + group)
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .filter(letter -> letter.path("keys").asString("").equals(key))
                .toList();
    }

    /** Whose credit cannot be written, until this is closed. */
    public Broken breakCreditOf(Visitor customer) {
        String constraint = "test_broken_" + customer.id().replace('-', '_');
        shop.books()
                .change(
                        "shop_customer",
                        "ALTER TABLE credit_entry ADD CONSTRAINT " + constraint + " CHECK (customer_id <> '"
                                + customer.id() + "') NOT VALID");
        return new Broken(shop, constraint);
    }

    /** @param constraint named by the error */
    public record Broken(Shop shop, String constraint) implements AutoCloseable {

        @Override
        public void close() {
            shop.books().change("shop_customer", "ALTER TABLE credit_entry DROP CONSTRAINT " + constraint);
        }
    }

    /** The event of a payment of one tee. */
    public static String event(String paymentId, String orderId, String customerId) {
        return """
                {"paymentId":"%s","attempt":1,"orderId":"%s","customerId":"%s","amount":{"currency":"CNY","minor":8900}}"""
                .formatted(paymentId, orderId, customerId);
    }
}
