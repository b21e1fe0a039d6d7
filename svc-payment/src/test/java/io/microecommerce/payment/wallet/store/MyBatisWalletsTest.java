package io.microecommerce.payment.wallet.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.api.money.Money;
import io.microecommerce.api.payment.WalletView;
import io.microecommerce.payment.PaymentService;
import io.microecommerce.payment.wallet.Wallets;
import io.microecommerce.service.tcc.ParticipantTestbed;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a customer sees of a wallet. */
class MyBatisWalletsTest {

    @RegisterExtension
    static final ParticipantTestbed testbed = PaymentService.testbed();

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final String customer = UUID.randomUUID().toString();
    private final Wallets wallets = testbed.bean(Wallets.class);

    @Test
    void isEmptyForACustomerWithoutAWallet() {
        WalletView wallet = wallets.balance(customer);

        assertThat(wallet.available()).isEqualTo(cny(0));
        assertThat(wallet.frozen()).isEqualTo(cny(0));
        assertThat(wallet.items()).isEmpty();
    }

    @Test
    void hasNoEntriesWhileNothingEnteredOrLeft() {
        wallet(0, 0);

        assertThat(wallets.balance(customer).items()).isEmpty();
    }

    @Test
    void showsWhatEnteredAndLeftTheNewestFirst() {
        wallet(700, 200);
        String topUp = entry("TOP_UP", 1_000, START);
        String payment = entry("PAYMENT", -100, START.plusSeconds(1));

        WalletView wallet = wallets.balance(customer);

        assertThat(wallet.available()).isEqualTo(cny(700));
        assertThat(wallet.frozen()).isEqualTo(cny(200));
        assertThat(wallet.items())
                .containsExactly(
                        new WalletView.Entry(payment, "PAYMENT", cny(-100), START.plusSeconds(1)),
                        new WalletView.Entry(topUp, "TOP_UP", cny(1_000), START));
    }

    @Test
    void showsTheNewestHundredOfThisCustomer() {
        wallet(103, 0);
        String newest = "";
        for (int i = 0; i < 103; i++) {
            newest = entry("TOP_UP", 1, START.plusSeconds(i));
        }

        assertThat(wallets.balance(customer).items())
                .hasSize(100)
                .isSortedAccordingTo((one, other) -> other.createdAt().compareTo(one.createdAt()))
                .first()
                .extracting(WalletView.Entry::cause)
                .isEqualTo(newest);
        assertThat(wallets.balance(UUID.randomUUID().toString()).items()).isEmpty();
    }

    private void wallet(long availableMinor, long frozenMinor) {
        testbed.jdbc()
                .sql(
                        "INSERT INTO wallet (customer_id, currency, available_minor, frozen_minor) VALUES (?, 'CNY', ?, ?)")
                .params(customer, availableMinor, frozenMinor)
                .update();
    }

    private String entry(String kind, long minor, Instant at) {
        String cause = UUID.randomUUID().toString();
        testbed.jdbc()
                .sql("INSERT INTO wallet_entry (cause, kind, customer_id, amount_minor, created_at)"
                        + " VALUES (?, ?, ?, ?, ?)")
                .params(cause, kind, customer, minor, at.atOffset(ZoneOffset.UTC))
                .update();
        return cause;
    }

    private static Money cny(long minor) {
        return new Money("CNY", minor);
    }
}
