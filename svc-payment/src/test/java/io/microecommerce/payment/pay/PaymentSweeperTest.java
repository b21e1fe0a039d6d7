package io.microecommerce.payment.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.microecommerce.api.money.Money;
import io.microecommerce.api.order.OrderStatus;
import io.microecommerce.api.order.PayableOrderView;
import io.microecommerce.api.payment.OrderPaid;
import io.microecommerce.api.payment.PayCommand;
import io.microecommerce.api.payment.PaymentMethod;
import io.microecommerce.api.product.ReserveStockCommand;
import io.microecommerce.payment.PaymentService;
import io.microecommerce.service.tcc.ParticipantTestbed;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.search.Search;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the sweeper and the reconciler do, with a real broker, and what they count of it. */
class PaymentSweeperTest {

    @RegisterExtension
    static final ParticipantTestbed testbed = PaymentService.testbed();

    private static final Duration SOON = Duration.ofSeconds(60);

    private PaymentSweeper sweeper;
    private Payments payments;

    @BeforeEach
    void beans() {
        sweeper = testbed.bean(PaymentSweeper.class);
        payments = testbed.bean(Payments.class);
        // What other tests have left: the broker may take none of it.
        testbed.jdbc()
                .sql("UPDATE payment SET event_seen_at = now() WHERE paid_at IS NOT NULL AND event_seen_at IS NULL")
                .update();
        sweeper.expireOverdue();
    }

    @Test
    void sendsTheEventOfAPaidOrderAgainUntilItComesBack() {
        Payment payment = paidLongAgo();
        double resent = count("shop.reconciler.resent");
        double sent = count("shop.half_messages.sent");
        double committed = answered(Decision.COMMIT);

        sweeper.republishUnseen();

        assertThat(gauge("shop.reconciler.unseen")).isEqualTo(1);
        assertThat(count("shop.reconciler.resent")).isEqualTo(resent + 1);
        assertThat(count("shop.half_messages.sent")).isEqualTo(sent + 1);
        assertThat(answered(Decision.COMMIT)).isEqualTo(committed + 1);
        assertThat(of("shop.reconciler.since.look").timeGauge().value()).isLessThan(60);
        await().atMost(SOON).until(() -> payments.eventSeenAt(payment.id()).isPresent());
        sweeper.republishUnseen();
        assertThat(gauge("shop.reconciler.unseen")).isZero();
        assertThat(count("shop.reconciler.resent")).isEqualTo(resent + 1);
    }

    @Test
    void expiresWhatCameToItsTimeAndHoldsNothing() {
        double before = count("shop.sweeper.expired");
        Payment late = open();
        open();
        testbed.jdbc()
                .sql("UPDATE payment SET decide_by = now() - interval '1 s' WHERE id = :id")
                .param("id", late.id())
                .update();

        sweeper.expireOverdue();

        assertThat(payments.byId(late.id()).orElseThrow().status()).isEqualTo(PaymentStatus.EXPIRED);
        assertThat(count("shop.sweeper.expired")).isEqualTo(before + 1);
    }

    private Payment paidLongAgo() {
        Payment payment = open();
        payments.hold(payment.id(), 1, "xid-" + payment.id());
        payments.markPaid(payment.id(), "xid-" + payment.id());
        testbed.jdbc()
                .sql("UPDATE payment SET paid_at = now() - interval '2 hours' WHERE id = :id")
                .param("id", payment.id())
                .update();
        return payment;
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

    private static double answered(Decision decision) {
        return of("shop.half_messages.answered").tags("decision", decision.name(), "asked", "no").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private static double count(String meter) {
        return of(meter).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private static double gauge(String meter) {
        return of(meter).gauge().value();
    }

    private static Search of(String meter) {
        return testbed.bean(MeterRegistry.class).find(meter).tag("event", OrderPaid.TAG);
    }
}
