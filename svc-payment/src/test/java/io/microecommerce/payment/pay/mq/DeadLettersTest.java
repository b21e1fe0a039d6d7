package io.microecommerce.payment.pay.mq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.microecommerce.api.deadletter.DeadLetterFacade;
import io.microecommerce.api.deadletter.DeadLetterQuery;
import io.microecommerce.api.deadletter.DeadLetterState;
import io.microecommerce.api.deadletter.DeadLetterView;
import io.microecommerce.api.deadletter.DeadLetterView.Applied;
import io.microecommerce.api.deadletter.DiscardCommand;
import io.microecommerce.api.deadletter.RedriveCommand;
import io.microecommerce.api.deadletter.RedriveView.Outcome;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.money.Money;
import io.microecommerce.api.order.OrderStatus;
import io.microecommerce.api.order.PayableOrderView;
import io.microecommerce.api.payment.OrderPaid;
import io.microecommerce.api.payment.PayCommand;
import io.microecommerce.api.payment.PaymentMethod;
import io.microecommerce.api.product.ReserveStockCommand;
import io.microecommerce.payment.PaymentService;
import io.microecommerce.payment.pay.Payment;
import io.microecommerce.payment.pay.Payments;
import io.microecommerce.service.mq.Events;
import io.microecommerce.service.tcc.ParticipantTestbed;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.rocketmq.client.producer.LocalTransactionState;
import org.apache.rocketmq.client.producer.TransactionListener;
import org.apache.rocketmq.client.producer.TransactionMQProducer;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageAccessor;
import org.apache.rocketmq.common.message.MessageConst;
import org.apache.rocketmq.common.message.MessageExt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From the broker's queues into the database: real messages that fail, and half messages that are never answered. */
class DeadLettersTest {

    @RegisterExtension
    static final ParticipantTestbed testbed = PaymentService.testbed();

    private static final String STAFF = "staff-1";
    private static final Duration DEAD_WITHIN = Duration.ofSeconds(90);

    /** As many checks as the local broker makes before it drops a half message. */
    private static final String CHECKS = "60";

    /** Commits at once what it sends, unless the message asks for silence. */
    private static TransactionMQProducer producer;

    private DeadLetterFacade letters;
    private Payments payments;

    @BeforeAll
    static void connect() throws Exception {
        producer = new TransactionMQProducer("dead-letters-test");
        producer.setNamesrvAddr("127.0.0.1:" + testbed.platform().port("rocketmq-namesrv"));
        producer.setTransactionListener(new CommitsOrIsSilent());
        producer.start();
    }

    @AfterAll
    static void disconnect() {
        producer.shutdown();
    }

    @BeforeEach
    void beans() {
        letters = testbed.bean(DeadLetterFacade.class);
        payments = testbed.bean(Payments.class);
    }

    @Test
    void aMessageThatCannotBeReadIsDeadAfterBoundedRetriesAndIsNeverRedrivenByItself() throws Exception {
        long failedBefore = failedDeliveries(EventSeenConsumer.GROUP);
        String key = send("no event".getBytes(StandardCharsets.UTF_8), Map.of());

        DeadLetterView letter = awaitLetter(EventSeenConsumer.GROUP, key);

        assertThat(letter.state()).isEqualTo(DeadLetterState.OPEN);
        assertThat(letter.deliveries()).isEqualTo(1 + PaymentService.RETRIES);
        assertThat(letter.topic()).isEqualTo(OrderPaid.TOPIC);
        assertThat(letter.tag()).isEqualTo(OrderPaid.TAG);
        assertThat(letter.lastError()).contains("Unrecognized token");
        assertThat(letter.evidence().applied()).isEqualTo(Applied.UNKNOWN);
        assertThat(letters.letter(letter.id()).body()).isEqualTo("no event");
        assertThat(openInMetrics(EventSeenConsumer.GROUP)).isPositive();
        assertThat(failedDeliveries(EventSeenConsumer.GROUP))
                .isGreaterThanOrEqualTo(failedBefore + 1 + PaymentService.RETRIES);

        assertThat(redrive(letter)).isEqualTo(Outcome.FAILED);
        assertThat(redrive(letter)).isEqualTo(Outcome.FAILED);

        DeadLetterView failed = letters.letter(letter.id());
        assertThat(failed.state()).isEqualTo(DeadLetterState.OPEN);
        assertThat(failed.redrives()).isEqualTo(2);
        letters.discard(new DiscardCommand(letter.id(), STAFF, "A test sent it."));
        assertThat(letters.letter(letter.id()).reason()).isEqualTo("A test sent it.");
        assertThatThrownBy(() -> redrive(letter))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.DEAD_LETTER_RESOLVED));
        assertThat(lettersOf(EventSeenConsumer.GROUP, key)).hasSize(1);
    }

    @Test
    void anEffectThatWasBrokenIsAppliedOnceItIsMended() throws Exception {
        Payment payment = open();
        payments.hold(payment.id(), 1, "xid");
        payments.markPaid(payment.id(), "xid");
        String broken = "test_broken_" + payment.id().replace('-', '_');
        testbed.jdbc()
                .sql("ALTER TABLE payment ADD CONSTRAINT " + broken + " CHECK (event_seen_at IS NULL OR id <> '"
                        + payment.id() + "')")
                .update();
        DeadLetterView letter;
        try {
            send(event(payment), payment.id(), Map.of());
            letter = awaitLetter(EventSeenConsumer.GROUP, payment.id());
            assertThat(letter.evidence().applied()).isEqualTo(Applied.NO);
            assertThat(letter.lastError()).contains(broken);
            assertThat(redrive(letter)).isEqualTo(Outcome.FAILED);
        } finally {
            testbed.jdbc().sql("ALTER TABLE payment DROP CONSTRAINT " + broken).update();
        }

        assertThat(redrive(letter)).isEqualTo(Outcome.APPLIED);

        assertThat(payments.eventSeenAt(payment.id())).isPresent();
        assertThat(redrive(letter)).isEqualTo(Outcome.WAS_REDRIVEN);
        assertThat(letters.letter(letter.id()).evidence().applied()).isEqualTo(Applied.YES);
    }

    @Test
    void aHalfMessageThatTheBrokerGaveUpRaisesAnAlertAndIsExplainedByItsRow() throws Exception {
        Payment held = open();
        payments.hold(held.id(), 1, "xid");
        double before = dropped();

        send(
                event(held),
                held.id(),
                Map.of(CommitsOrIsSilent.SILENT, "yes", MessageConst.PROPERTY_TRANSACTION_CHECK_TIMES, CHECKS));

        DeadLetterView letter = awaitLetter(DroppedHalfMessages.GROUP, held.id());
        await("the alert").atMost(DEAD_WITHIN).untilAsserted(() -> assertThat(dropped())
                .isGreaterThan(before));
        assertThat(letter.topic()).isEqualTo(OrderPaid.TOPIC);
        assertThat(letter.deliveries()).isEqualTo(Integer.parseInt(CHECKS));
        assertThat(letter.evidence().applied()).isEqualTo(Applied.UNKNOWN);
        assertThat(letter.evidence().detail()).contains(held.id()).contains("HELD");
        assertThat(redrive(letter)).isEqualTo(Outcome.FAILED);

        payments.markPaid(held.id(), "xid");
        assertThat(letters.letter(letter.id()).evidence().applied()).isEqualTo(Applied.NO);
        assertThat(redrive(letter)).isEqualTo(Outcome.APPLIED);

        await("the event that was sent again")
                .atMost(DEAD_WITHIN)
                .untilAsserted(() -> assertThat(payments.eventSeenAt(held.id())).isPresent());
        assertThat(letters.letter(letter.id()).evidence().applied()).isEqualTo(Applied.YES);
    }

    private Outcome redrive(DeadLetterView letter) {
        return letters.redrive(new RedriveCommand(letter.id(), STAFF, "A test."))
                .outcome();
    }

    private DeadLetterView awaitLetter(String group, String key) {
        await("the letter of " + key).atMost(DEAD_WITHIN).until(() -> !lettersOf(group, key)
                .isEmpty());
        return lettersOf(group, key).get(0);
    }

    private List<DeadLetterView> lettersOf(String group, String key) {
        return letters.letters(new DeadLetterQuery(null, group, null, null, 100)).stream()
                .filter(letter -> key.equals(letter.keys()))
                .toList();
    }

    private static double dropped() {
        return testbed.bean(MeterRegistry.class)
                .get("shop.half_messages.dropped")
                .counter()
                .count();
    }

    private static double openInMetrics(String group) {
        return testbed.bean(MeterRegistry.class)
                .get("shop.dead_letters.open")
                .tag("group", group)
                .gauge()
                .value();
    }

    private static long failedDeliveries(String group) {
        return testbed
                .bean(MeterRegistry.class)
                .find("shop.consumer.deliveries")
                .tags("group", group, "outcome", "failed")
                .timers()
                .stream()
                .mapToLong(Timer::count)
                .sum();
    }

    private static String send(byte[] body, Map<String, String> properties) throws Exception {
        String key = UUID.randomUUID().toString();
        send(body, key, properties);
        return key;
    }

    private static void send(byte[] body, String key, Map<String, String> properties) throws Exception {
        Message message = new Message(OrderPaid.TOPIC, OrderPaid.TAG, key, body);
        properties.forEach((name, value) -> MessageAccessor.putProperty(message, name, value));
        producer.sendMessageInTransaction(message, null);
    }

    private static byte[] event(Payment payment) {
        return Events.write(new OrderPaid(
                payment.id(), payment.attempt(), payment.orderId(), payment.customerId(), payment.amount()));
    }

    private Payment open() {
        String order = UUID.randomUUID().toString();
        String customer = UUID.randomUUID().toString();
        return payments.open(
                        new PayCommand(customer, order, PaymentMethod.BALANCE, "key"),
                        new PayableOrderView(
                                order,
                                customer,
                                OrderStatus.PENDING_PAYMENT,
                                new Money("CNY", 8_900),
                                List.of(new ReserveStockCommand.Line("tee-red-m", 1)),
                                Instant.now().plusSeconds(60)),
                        "hash")
                .orElseThrow();
    }

    private static final class CommitsOrIsSilent implements TransactionListener {

        static final String SILENT = "silent";

        @Override
        public LocalTransactionState executeLocalTransaction(Message message, Object argument) {
            return "yes".equals(message.getProperty(SILENT))
                    ? LocalTransactionState.UNKNOW
                    : LocalTransactionState.COMMIT_MESSAGE;
        }

        @Override
        public LocalTransactionState checkLocalTransaction(MessageExt message) {
            return LocalTransactionState.UNKNOW;
        }
    }
}
