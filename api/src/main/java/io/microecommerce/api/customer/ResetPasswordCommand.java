package io.microecommerce.api.customer;

import io.microecommerce.api.Limits;
import java.io.Serializable;

/**
 * @param token from the e-mail, at most 100 characters
 * @param password the new one, 8 to 64 characters
 */
public record ResetPasswordCommand(String token, String password) implements Serializable {

    public ResetPasswordCommand {
        Limits.requireText("token", token, 100);
        AccountRules.requirePassword(password);
    }

    @Override
    public String toString() {
        return "ResetPasswordCommand[...]";
    }
}
