package io.microecommerce.gateway.customer.web;

import static io.microecommerce.gateway.request.RequestFields.required;

import io.microecommerce.api.customer.RegisterCommand;
import org.jspecify.annotations.Nullable;

/** @param referrerCode optional */
record RegisterRequest(
        @Nullable String email,
        @Nullable String password,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String referrerCode) {

    RegisterCommand toCommand() {
        return new RegisterCommand(
                required("email", email),
                required("password", password),
                required("first_name", firstName),
                required("last_name", lastName),
                referrerCode);
    }

    @Override
    public String toString() {
        return "RegisterRequest[...]";
    }
}
