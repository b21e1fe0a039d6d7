package io.microecommerce.gateway.customer.web;

import static io.microecommerce.gateway.request.RequestFields.required;

import io.microecommerce.api.Limits;
import io.microecommerce.api.customer.ChangePasswordCommand;
import io.microecommerce.api.customer.ChangeProfileCommand;
import io.microecommerce.api.customer.CustomerFacade;
import io.microecommerce.gateway.session.LiveSessions;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What customers see and change of their own account. */
@RestController
@RequestMapping("/api/v1/customer/me")
class AccountController {

    private static final int MAX_REFERRER_CODE_LENGTH = 16;
    private static final int MAX_PASSWORD_LENGTH = 64;

    private final CustomerFacade customers;
    private final LiveSessions sessions;

    AccountController(CustomerFacade customers, LiveSessions sessions) {
        this.customers = customers;
        this.sessions = sessions;
    }

    @GetMapping
    CustomerResponse showMyself(Principal customer) {
        return CustomerResponse.of(customers.customer(customer.getName()));
    }

    @PutMapping
    CustomerResponse changeMyself(Principal customer, @RequestBody ProfileRequest request) {
        return CustomerResponse.of(customers.changeProfile(request.toCommand(customer.getName())));
    }

    /** Forgets the customer; what the ledgers hold stays, under an id that leads to nobody. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteMyself(Principal customer) {
        customers.delete(customer.getName());
        sessions.askAgainFor(customer.getName());
    }

    /** Ends all sessions, this one too. */
    @PutMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changeMyPassword(Principal customer, @RequestBody PasswordRequest request) {
        customers.changePassword(request.toCommand(customer.getName()));
        sessions.askAgainFor(customer.getName());
    }

    @PutMapping("/referrer")
    CustomerResponse claimMyReferrer(Principal customer, @RequestBody ReferrerRequest request) {
        return CustomerResponse.of(customers.claimReferrer(customer.getName(), request.code()));
    }

    record ProfileRequest(@Nullable String firstName, @Nullable String lastName) {

        ChangeProfileCommand toCommand(String customerId) {
            return new ChangeProfileCommand(
                    customerId, required("first_name", firstName), required("last_name", lastName));
        }

        @Override
        public String toString() {
            return "ProfileRequest[...]";
        }
    }

    record PasswordRequest(@Nullable String currentPassword, @Nullable String password) {

        ChangePasswordCommand toCommand(String customerId) {
            String current = required("current_password", currentPassword);
            return new ChangePasswordCommand(
                    customerId,
                    Limits.requireText("current_password", current, MAX_PASSWORD_LENGTH),
                    required("password", password));
        }

        @Override
        public String toString() {
            return "PasswordRequest[...]";
        }
    }

    record ReferrerRequest(@Nullable String referrerCode) {

        String code() {
            return Limits.requireText(
                    "referrer_code", required("referrer_code", referrerCode), MAX_REFERRER_CODE_LENGTH);
        }
    }
}
