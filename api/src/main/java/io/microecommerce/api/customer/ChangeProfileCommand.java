package io.microecommerce.api.customer;

import io.microecommerce.api.Limits;
import java.io.Serializable;

/**
 * A customer's new names.
 *
 * @param firstName 1 to 100 characters
 * @param lastName 1 to 100 characters
 */
public record ChangeProfileCommand(String customerId, String firstName, String lastName) implements Serializable {

    public ChangeProfileCommand {
        Limits.requireId("customer_id", customerId);
        AccountRules.requireName("first_name", firstName);
        AccountRules.requireName("last_name", lastName);
    }

    @Override
    public String toString() {
        return "ChangeProfileCommand[...]";
    }
}
