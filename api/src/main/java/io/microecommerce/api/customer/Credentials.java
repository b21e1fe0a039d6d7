package io.microecommerce.api.customer;

import java.io.Serializable;

/** What a customer logs in with. It never prints itself. */
public record Credentials(String email, String password) implements Serializable {

    @Override
    public String toString() {
        return "Credentials[...]";
    }
}
