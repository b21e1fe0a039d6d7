package io.microecommerce.gateway.customer.web;

import static io.microecommerce.gateway.request.RequestFields.required;

import io.microecommerce.api.customer.CustomerFacade;
import io.microecommerce.api.customer.ResetPasswordCommand;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A new password for who has forgotten the old one, by a link in an e-mail. */
@RestController
@RequestMapping("/api/v1/password_reset")
class PasswordResetController {

    private final CustomerFacade customers;

    PasswordResetController(CustomerFacade customers) {
        this.customers = customers;
    }

    /** The answer is the same whether or not somebody has the address. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    void requestPasswordReset(@RequestBody ResetRequest request) {
        customers.requestPasswordReset(required("email", request.email()));
    }

    @PostMapping("/confirm")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resetPassword(@RequestBody ConfirmRequest request) {
        customers.resetPassword(request.toCommand());
    }

    record ResetRequest(@Nullable String email) {

        @Override
        public String toString() {
            return "ResetRequest[...]";
        }
    }

    /** @param token from the e-mail */
    record ConfirmRequest(@Nullable String token, @Nullable String password) {

        ResetPasswordCommand toCommand() {
            return new ResetPasswordCommand(required("token", token), required("password", password));
        }

        @Override
        public String toString() {
            return "ConfirmRequest[...]";
        }
    }
}
