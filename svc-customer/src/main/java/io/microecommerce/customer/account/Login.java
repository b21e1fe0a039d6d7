package io.microecommerce.customer.account;

import io.microecommerce.api.customer.Credentials;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import java.util.Optional;

/** A customer proves who they are. */
public final class Login {

    private final Customers customers;
    private final Passwords passwords;

    public Login(Customers customers, Passwords passwords) {
        this.customers = customers;
        this.passwords = passwords;
    }

    /** @throws Refusal {@code LOGIN_FAILED}, the same in words and in time for an unknown e-mail and a wrong password */
    public Customer authenticate(Credentials credentials) {
        Optional<Customer> customer = customers.byEmail(credentials.email());
        String hash = customer.map(Customer::passwordHash).orElse(null);
        boolean matches = passwords.matches(credentials.password(), hash);
        return customer.filter(known -> matches)
                .orElseThrow(() ->
                        new Refusal(ErrorCode.LOGIN_FAILED, "E-mail and password do not belong together; check both."));
    }
}
