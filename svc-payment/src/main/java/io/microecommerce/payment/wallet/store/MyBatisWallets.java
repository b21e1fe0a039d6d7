package io.microecommerce.payment.wallet.store;

import io.microecommerce.api.money.Money;
import io.microecommerce.api.payment.WalletView;
import io.microecommerce.payment.wallet.Wallets;
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
        return mapper.byCustomer(customerId)
                .map(row -> new WalletView(
                        new Money(row.currency(), row.availableMinor()), new Money(row.currency(), row.frozenMinor())))
                .orElse(new WalletView(NOTHING, NOTHING));
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

    private static void requireOne(int rows, String paymentId) {
        if (rows != 1) {
            throw new IllegalStateException("The wallet of payment " + paymentId + " is gone");
        }
    }
}
