package io.microecommerce.bench.store;

import java.util.List;

/** Money for the customers of a run. */
public final class Wallets {

    private final Operator operator;

    public Wallets(Operator operator) {
        this.operator = operator;
    }

    /** Gives each customer that much as a top-up would: the wallet and its entry together. */
    public void topUp(List<String> customerIds, long minor) {
        operator.inTransaction("shop_payment", connection -> {
            for (String customer : customerIds) {
                Operator.update(
                        connection,
                        """
                        INSERT INTO wallet (customer_id, currency, available_minor) VALUES (?, 'CNY', ?)
                        ON CONFLICT (customer_id)
                        DO UPDATE SET available_minor = wallet.available_minor + excluded.available_minor""",
                        customer,
                        minor);
                Operator.update(
                        connection,
                        """
                        INSERT INTO wallet_entry (cause, kind, customer_id, amount_minor)
                        VALUES ('bench-' || gen_random_uuid(), 'TOP_UP', ?, ?)""",
                        customer,
                        minor);
            }
            return customerIds.size();
        });
    }
}
