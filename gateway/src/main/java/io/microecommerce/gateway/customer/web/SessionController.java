package io.microecommerce.gateway.customer.web;

import static io.microecommerce.gateway.request.RequestFields.required;

import io.microecommerce.api.customer.Credentials;
import io.microecommerce.api.customer.CustomerFacade;
import io.microecommerce.api.customer.CustomerView;
import io.microecommerce.gateway.token.Tokens;
import io.microecommerce.gateway.token.Tokens.Token;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Logging in. The session is the token itself: nothing of it is kept here. */
@RestController
@RequestMapping("/api/v1/session")
class SessionController {

    private final CustomerFacade customers;
    private final Tokens tokens;

    SessionController(CustomerFacade customers, Tokens tokens) {
        this.customers = customers;
        this.tokens = tokens;
    }

    @PostMapping
    SessionResponse logIn(@RequestBody SessionRequest request) {
        CustomerView customer = customers.authenticate(request.toCredentials());
        Token token = tokens.issue(customer.id(), customer.staff());
        return new SessionResponse(token.value(), token.expiresAt());
    }

    record SessionRequest(@Nullable String email, @Nullable String password) {

        Credentials toCredentials() {
            return new Credentials(required("email", email), required("password", password));
        }

        @Override
        public String toString() {
            return "SessionRequest[...]";
        }
    }

    record SessionResponse(String token, Instant expiresAt) {

        @Override
        public String toString() {
            return "SessionResponse[...]";
        }
    }
}
