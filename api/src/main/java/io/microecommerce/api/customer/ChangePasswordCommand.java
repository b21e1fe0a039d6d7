package io.microecommerce.api.customer;

import io.microecommerce.api.Limits;
import java.io.Serializable;

/**
 * @param current the password until now
 * @param password the new one, 8 to 64 characters
 */
public record ChangePasswordCommand(String customerId, String current, String password) implements Serializable {

    public ChangePasswordCommand {
        Limits.requireId("customer_id", customerId);
        AccountRules.requirePassword(password);
    }

    @Override
    public String toString() {
        return "ChangePasswordCommand[...]";
    }
}
