package io.microecommerce.gateway.customer.web;

import io.microecommerce.api.customer.CustomerView;

/** @param referrerCode the new customer's own, to be given to others */
record RegisteredResponse(String id, String referrerCode) {

    static RegisteredResponse of(CustomerView customer) {
        return new RegisteredResponse(customer.id(), customer.referrerCode());
    }
}
