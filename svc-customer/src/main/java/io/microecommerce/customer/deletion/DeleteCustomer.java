package io.microecommerce.customer.deletion;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.money.Money;
import io.microecommerce.customer.account.Customer;
import io.microecommerce.customer.account.Customers;
import io.microecommerce.customer.account.NoCustomer;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Currency;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets who a customer was. What can refuse comes first, what cannot be undone last: until the one transaction at the end, the
 * account works as before, whatever failed on the way, and the deletion can be asked for again. Each step may be repeated.
 *
 * <p>The other services are not locked meanwhile. Somebody who orders in the very moment of their deletion has an order under an
 * id that leads to nobody.
 */
public final class DeleteCustomer {

    private static final Logger log = LoggerFactory.getLogger(DeleteCustomer.class);

    private final Customers customers;
    private final CustomerWallet wallet;
    private final CustomerOrders orders;
    private final ForgottenCustomers forgotten;
    private final Clock clock;

    public DeleteCustomer(
            Customers customers,
            CustomerWallet wallet,
            CustomerOrders orders,
            ForgottenCustomers forgotten,
            Clock clock) {
        this.customers = customers;
        this.wallet = wallet;
        this.orders = orders;
        this.forgotten = forgotten;
        this.clock = clock;
    }

    /**
     * Idempotent.
     *
     * @throws Refusal {@code WALLET_NOT_EMPTY}, {@code CUSTOMER_HAS_OPEN_ORDERS}; {@code FORBIDDEN} for staff, of whom one must
     *     stay; {@code CUSTOMER_NOT_FOUND} if there never was such a customer
     */
    public void delete(String customerId) {
        Optional<Customer> customer = customers.byId(customerId);
        if (customer.isEmpty()) {
            requireForgotten(customerId);
            return;
        }
        if (customer.get().staff()) {
            throw worksHere();
        }
        Money content = wallet.content(customerId);
        if (content.minor() != 0) {
            throw new Refusal(
                    ErrorCode.WALLET_NOT_EMPTY, "There are " + readable(content) + " in the wallet; spend them first.");
        }
        orders.forget(customerId);
        if (forgotten.add(customerId, clock.instant())) {
            log.info("Customer {} is forgotten", customerId);
        } else if (customers.byId(customerId).isPresent()) {
            throw worksHere();
        }
    }

    private void requireForgotten(String customerId) {
        if (!forgotten.contains(customerId)) {
            throw NoCustomer.refusal();
        }
    }

    private static String readable(Money money) {
        int digits = Math.max(0, Currency.getInstance(money.currency()).getDefaultFractionDigits());
        return money.currency() + " "
                + BigDecimal.valueOf(money.minor(), digits).toPlainString();
    }

    private static Refusal worksHere() {
        return new Refusal(
                ErrorCode.FORBIDDEN, "You work here; another member of staff must take that role from you first.");
    }
}
