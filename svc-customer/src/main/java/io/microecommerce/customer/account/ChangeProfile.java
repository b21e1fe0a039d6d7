package io.microecommerce.customer.account;

import io.microecommerce.api.customer.ChangeProfileCommand;
import io.microecommerce.api.error.Refusal;
import java.time.Clock;

/** A customer corrects their names. */
public final class ChangeProfile {

    private final Customers customers;
    private final Clock clock;

    public ChangeProfile(Customers customers, Clock clock) {
        this.customers = customers;
        this.clock = clock;
    }

    /** @throws Refusal {@code CUSTOMER_NOT_FOUND}, {@code INVALID_FIELD} */
    public Customer change(ChangeProfileCommand command) {
        Printable.require("first_name", command.firstName());
        Printable.require("last_name", command.lastName());
        return customers
                .rename(command.customerId(), command.firstName(), command.lastName(), clock.instant())
                .orElseThrow(NoCustomer::refusal);
    }
}
