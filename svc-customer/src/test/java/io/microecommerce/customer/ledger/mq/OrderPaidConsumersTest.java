package io.microecommerce.customer.ledger.mq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microecommerce.api.customer.CommissionView;
import io.microecommerce.api.customer.CreditView;
import io.microecommerce.api.customer.RegisterCommand;
import io.microecommerce.api.money.Money;
import io.microecommerce.api.payment.OrderPaid;
import io.microecommerce.customer.CustomerServiceTest;
import io.microecommerce.customer.account.Customer;
import io.microecommerce.customer.account.Registration;
import io.microecommerce.customer.account.rpc.DubboCustomerFacade;
import io.microecommerce.customer.ledger.rpc.DubboCustomerLedgerFacade;
import io.microecommerce.service.mq.Events;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.rocketmq.common.message.MessageExt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The consumers as the broker calls them, on the real database. */
class OrderPaidConsumersTest extends CustomerServiceTest {

    private static final int DEFAULT_RATE_BASIS_POINTS = 500;

    @Autowired
    private CreditOnOrderPaid credit;

    @Autowired
    private CommissionOnOrderPaid commission;

    @Autowired
    private DubboCustomerLedgerFacade ledgers;

    @Autowired
    private Registration registration;

    @Autowired
    private DubboCustomerFacade customers;

    private Customer referrer;
    private Customer payer;

    @BeforeEach
    void registerTwo() {
        referrer = registration.register(command(null));
        payer = registration.register(command(referrer.referralCode()));
    }

    @Test
    void awardsPointsForWholeUnitsAndCommissionRoundedDown() {
        OrderPaid event = paid(payer, 8_999);

        deliver(event);

        CreditView points = ledgers.credit(payer.id());
        assertThat(points.points()).isEqualTo(89);
        assertThat(points.items()).singleElement().satisfies(entry -> {
            assertThat(entry.paymentId()).isEqualTo(event.paymentId());
            assertThat(entry.orderId()).isEqualTo(event.orderId());
            assertThat(entry.points()).isEqualTo(89);
        });
        CommissionView earned = ledgers.commission(referrer.id());
        // 5 % of 8999 is 449.95.
        assertThat(earned.total()).isEqualTo(new Money("CNY", 449));
        assertThat(earned.items()).singleElement().satisfies(entry -> {
            assertThat(entry.paymentId()).isEqualTo(event.paymentId());
            assertThat(entry.amount()).isEqualTo(new Money("CNY", 449));
            assertThat(entry.rateBasisPoints()).isEqualTo(DEFAULT_RATE_BASIS_POINTS);
        });
        assertThat(ledgers.commission(payer.id()).items()).isEmpty();
        assertThat(ledgers.credit(referrer.id()).items()).isEmpty();
    }

    @Test
    void entersAnAwardOfZeroSoThatItCanBeFound() {
        deliver(paid(payer, 19));

        assertThat(ledgers.credit(payer.id()).points()).isZero();
        assertThat(ledgers.credit(payer.id()).items()).hasSize(1);
        assertThat(ledgers.commission(referrer.id()).total()).isEqualTo(new Money("CNY", 0));
        assertThat(ledgers.commission(referrer.id()).items()).hasSize(1);
    }

    @Test
    void paysNoCommissionForACustomerWhomNobodyReferred() {
        OrderPaid event = paid(referrer, 8_900);

        deliver(event);
        deliver(event);

        assertThat(ledgers.credit(referrer.id()).points()).isEqualTo(89);
        assertThat(jdbc.sql("SELECT count(*) FROM commission_entry WHERE cause = ?")
                        .param(event.paymentId())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void entersNothingButTheFactForAReferrerWhoWasForgotten() {
        deliver(paid(payer, 8_900));
        customers.delete(referrer.id());
        OrderPaid event = paid(payer, 8_900);

        deliver(event);

        assertThat(ledgers.commission(referrer.id()).total()).isEqualTo(new Money("CNY", 445));
        assertThat(ledgers.commission(referrer.id()).items().get(0)).satisfies(entry -> {
            assertThat(entry.paymentId()).isEqualTo(event.paymentId());
            assertThat(entry.amount()).isEqualTo(new Money("CNY", 0));
            assertThat(entry.rateBasisPoints()).isZero();
        });
        assertThat(ledgers.credit(payer.id()).points()).isEqualTo(178);
    }

    @Test
    void settlesAnEventThatComesAfterItsCustomerWasForgotten() {
        customers.delete(payer.id());

        deliver(paid(payer, 8_900));

        assertThat(ledgers.credit(payer.id()).points()).isEqualTo(89);
        assertThat(ledgers.commission(referrer.id()).total()).isEqualTo(new Money("CNY", 445));
    }

    @Test
    void awardsCommissionToAReferrerWhoWasNamedAfterwards() {
        Customer newcomer = registration.register(command(null));
        deliver(paid(newcomer, 8_900));
        customers.claimReferrer(newcomer.id(), referrer.referralCode());

        deliver(paid(newcomer, 8_900));

        assertThat(ledgers.commission(referrer.id()).items()).hasSize(1);
        assertThat(ledgers.commission(referrer.id()).total()).isEqualTo(new Money("CNY", 445));
    }

    @Test
    void appliesAnEventOnceHoweverOftenItComes() {
        OrderPaid event = paid(payer, 8_900);

        deliver(event);
        deliver(event);
        // A later attempt's half message tells of the same payment.
        deliver(new OrderPaid(event.paymentId(), 2, event.orderId(), event.customerId(), event.amount()));

        assertThat(ledgers.credit(payer.id()).items()).hasSize(1);
        assertThat(ledgers.commission(referrer.id()).items()).hasSize(1);
    }

    @Test
    void appliesAnEventOnceWhenItComesSeveralTimesAtOnce() throws Exception {
        OrderPaid event = paid(payer, 8_900);
        int deliveries = 8;
        CountDownLatch allReady = new CountDownLatch(deliveries);
        ExecutorService pool = Executors.newFixedThreadPool(deliveries);
        try {
            List<Callable<Void>> calls = new ArrayList<>();
            for (int i = 0; i < deliveries; i++) {
                calls.add(() -> {
                    allReady.countDown();
                    allReady.await();
                    deliver(event);
                    return null;
                });
            }
            for (Future<Void> call : pool.invokeAll(calls)) {
                call.get();
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(ledgers.credit(payer.id()).points()).isEqualTo(89);
        assertThat(ledgers.credit(payer.id()).items()).hasSize(1);
        assertThat(ledgers.commission(referrer.id()).total()).isEqualTo(new Money("CNY", 445));
        assertThat(ledgers.commission(referrer.id()).items()).hasSize(1);
    }

    @Test
    void leavesAnEventOfAnUnknownCustomerToBeDeliveredAgain() {
        OrderPaid event = new OrderPaid(anId(), 1, anId(), anId(), new Money("CNY", 8_900));

        assertThatThrownBy(() -> credit.onMessage(message(event))).isNotNull();
        assertThatThrownBy(() -> commission.onMessage(message(event))).isInstanceOf(IllegalStateException.class);
        assertThat(jdbc.sql("SELECT count(*) FROM inbox WHERE event_id = ?")
                        .param(event.paymentId())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void sumsAllEntriesAndListsTheNewestHundred() {
        int entries = 103;
        String newest = "";
        for (int i = 0; i < entries; i++) {
            OrderPaid event = paid(payer, 10_000);
            newest = event.paymentId();
            deliver(event);
        }

        CreditView points = ledgers.credit(payer.id());
        assertThat(points.points()).isEqualTo(entries * 100L);
        assertThat(points.items()).hasSize(100);
        assertThat(points.items().get(0).paymentId()).isEqualTo(newest);
        CommissionView earned = ledgers.commission(referrer.id());
        assertThat(earned.total()).isEqualTo(new Money("CNY", entries * 500L));
        assertThat(earned.items()).hasSize(100);
        assertThat(earned.items().get(0).paymentId()).isEqualTo(newest);
    }

    private void deliver(OrderPaid event) {
        credit.onMessage(message(event));
        commission.onMessage(message(event));
    }

    private static MessageExt message(OrderPaid event) {
        MessageExt message = new MessageExt();
        message.setTopic(OrderPaid.TOPIC);
        message.setTags(OrderPaid.TAG);
        message.setBody(Events.write(event));
        return message;
    }

    private static OrderPaid paid(Customer customer, long minor) {
        return new OrderPaid(anId(), 1, anId(), customer.id(), new Money("CNY", minor));
    }

    private static RegisterCommand command(String referrerCode) {
        return new RegisterCommand("c-" + anId() + "@example.com", "some-password", "First", "Last", referrerCode);
    }

    private static String anId() {
        return UUID.randomUUID().toString();
    }
}
