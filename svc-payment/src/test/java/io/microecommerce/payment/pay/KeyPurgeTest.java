package io.microecommerce.payment.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.money.Money;
import io.microecommerce.api.order.OrderStatus;
import io.microecommerce.api.order.PayableOrderView;
import io.microecommerce.api.payment.PayCommand;
import io.microecommerce.api.payment.PaymentMethod;
import io.microecommerce.api.product.ReserveStockCommand;
import io.microecommerce.payment.PaymentService;
import io.microecommerce.service.tcc.ParticipantTestbed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.dao.DataIntegrityViolationException;

/** How long the same key gives the same payment, on the real database. */
class KeyPurgeTest {

    @RegisterExtension
    static final ParticipantTestbed testbed = PaymentService.testbed();

    private static final Refusal REASON = new Refusal(ErrorCode.INSUFFICIENT_STOCK, "Too few.");

    private final String customer = UUID.randomUUID().toString();
    private Payments payments;
    private KeyPurge purge;

    @BeforeEach
    void beans() {
        payments = testbed.bean(Payments.class);
        purge = testbed.bean(KeyPurge.class);
    }

    @Test
    void aFinalPaymentsKeyIsKeptForItsTimeAndNoLonger() {
        Payment paid = paid("paid");
        Payment refused = refused("refused");
        Payment young = refused("young");
        movedBefore(paid, "31 days");
        movedBefore(refused, "31 days");
        movedBefore(young, "29 days");

        assertThat(purge.purge()).isPositive();
        purge.purge();

        assertThat(payments.byKey(customer, "paid")).isEmpty();
        assertThat(payments.byKey(customer, "refused")).isEmpty();
        assertThat(payments.byKey(customer, "young")).map(Payment::id).contains(young.id());
        assertThat(payments.byId(paid.id()).orElseThrow().status()).isEqualTo(PaymentStatus.PAID);
        assertThat(open("refused").id()).isNotEqualTo(refused.id());
    }

    @Test
    void aPaymentThatIsNotAtItsEndKeepsItsKeyHoweverOldItIs() {
        Payment initiated = open("initiated");
        Payment held = open("held");
        payments.hold(held.id(), 1, "xid");
        Payment released = open("released");
        payments.hold(released.id(), 1, "xid");
        payments.release(released.id(), "xid");
        Payment expired = open("expired");
        payments.giveUp(expired.id(), 1);
        List<Payment> undecided = List.of(initiated, held, released, expired);
        undecided.forEach(payment -> movedBefore(payment, "400 days"));

        purge.purge();

        for (String key : List.of("initiated", "held", "released", "expired")) {
            assertThat(payments.byKey(customer, key)).as(key).isPresent();
        }
        undecided.forEach(payment -> assertThatThrownBy(() -> testbed.jdbc()
                        .sql("UPDATE payment SET idempotency_key = NULL WHERE id = :id")
                        .param("id", payment.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class));
    }

    @Test
    void doesNotStartWithKeysThatVanishWhileSomebodyRetries() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KeyRetention(Duration.ofMinutes(59), Duration.ofHours(1)))
                .withMessageContaining("shop.idempotency.kept-for");
    }

    private Payment paid(String key) {
        Payment payment = open(key);
        payments.hold(payment.id(), 1, "xid");
        payments.markPaid(payment.id(), "xid");
        return payment;
    }

    private Payment refused(String key) {
        Payment payment = open(key);
        assertThat(payments.refuse(payment.id(), 1, REASON)).isTrue();
        return payment;
    }

    /** Each for an order of its own, which has one live payment at most. */
    private Payment open(String key) {
        String order = UUID.randomUUID().toString();
        return payments.open(
                        new PayCommand(customer, order, PaymentMethod.BALANCE, key),
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

    private static void movedBefore(Payment payment, String interval) {
        testbed.jdbc()
                .sql("UPDATE payment SET updated_at = now() - interval '" + interval + "' WHERE id = :id")
                .param("id", payment.id())
                .update();
    }
}
