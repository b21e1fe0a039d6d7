package io.microecommerce.payment.wallet.store;

import io.microecommerce.api.money.Money;
import io.microecommerce.api.payment.WalletView;
import io.microecommerce.payment.wallet.Wallets;
import io.microecommerce.payment.wallet.store.WalletMapper.WalletRow;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Repository;

@Repository
class MyBatisWallets implements Wallets {

    private static final Money NOTHING = new Money("CNY", 0);

    private final WalletMapper mapper;

    MyBatisWallets(WalletMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public WalletView balance(String customerId) {
        List<WalletRow> rows = mapper.withNewestEntries(customerId, NEWEST);
        if (rows.isEmpty()) {
            return new WalletView(NOTHING, NOTHING, List.of());
        }
        WalletRow wallet = rows.get(0);
        return new WalletView(
                new Money(wallet.currency(), wallet.availableMinor()),
                new Money(wallet.currency(), wallet.frozenMinor()),
                rows.stream().flatMap(MyBatisWallets::entry).toList());
    }

    @Override
    public void topUp(String cause, String customerId, Money amount) {
        enter(cause, "TOP_UP", customerId, amount);
    }

    @Override
    public void giveBack(String refundId, String customerId, Money amount) {
        enter(refundId, "REFUND", customerId, amount);
    }

    private void enter(String cause, String kind, String customerId, Money amount) {
        if (mapper.add(customerId, amount.currency(), amount.minor()) != 1) {
            throw new IllegalStateException("The wallet of customer " + customerId + " holds another currency");
        }
        mapper.recordEntered(cause, kind, customerId, amount.minor());
    }

    @Override
    public boolean freeze(String customerId, Money amount) {
        return mapper.freeze(customerId, amount.currency(), amount.minor()) == 1;
    }

    @Override
    public void spendFrozen(String paymentId) {
        requireOne(mapper.takeFrozen(paymentId), paymentId);
        requireOne(mapper.recordPayment(paymentId), paymentId);
    }

    @Override
    public void unfreeze(String paymentId) {
        requireOne(mapper.unfreeze(paymentId), paymentId);
    }

    private static Stream<WalletView.Entry> entry(WalletRow row) {
        if (row.cause() == null || row.kind() == null || row.amountMinor() == null || row.createdAt() == null) {
            return Stream.empty();
        }
        return Stream.of(new WalletView.Entry(
                row.cause(), row.kind(), new Money(row.currency(), row.amountMinor()), row.createdAt()));
    }

    private static void requireOne(int rows, String paymentId) {
        if (rows != 1) {
            throw new IllegalStateException("The wallet of payment " + paymentId + " is gone");
        }
    }
}
