package io.microecommerce.api.payment;

import io.microecommerce.api.Limits;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.money.Money;
import java.io.Serializable;

/**
 * A customer's wish to fill the wallet.
 *
 * @param amount CNY, from {@link #MIN_MINOR} to {@link #MAX_MINOR}
 * @param idempotencyKey the same key and amount give the same top-up
 */
public record TopUpCommand(String customerId, Money amount, String idempotencyKey) implements Serializable {

    /** 0.01, the least that WeChat Pay takes. */
    public static final long MIN_MINOR = 1;

    /** 50,000.00. */
    public static final long MAX_MINOR = 5_000_000;

    public TopUpCommand {
        Limits.requireId("Idempotency-Key", idempotencyKey);
        if (!amount.currency().equals("CNY")) {
            throw Refusal.invalid("amount", "must be in CNY");
        }
        if (amount.minor() < MIN_MINOR || amount.minor() > MAX_MINOR) {
            throw Refusal.invalid("amount", "must be " + MIN_MINOR + " to " + MAX_MINOR + " minor units");
        }
    }
}
