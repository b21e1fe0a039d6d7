package io.microecommerce.gateway.customer.web;

import io.microecommerce.api.Limits;
import io.microecommerce.api.customer.AddressFacade;
import io.microecommerce.api.customer.AddressView;
import io.microecommerce.api.customer.PostalAddress;
import io.microecommerce.gateway.rest.ListResponse;
import io.microecommerce.gateway.rest.PostalAddressRequest;
import java.net.URI;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The customer's address book. */
@RestController
@RequestMapping(AddressController.BOOK)
class AddressController {

    static final String BOOK = "/api/v1/customer/me/address";

    private final AddressFacade addresses;

    AddressController(AddressFacade addresses) {
        this.addresses = addresses;
    }

    @GetMapping
    ListResponse<AddressResponse> listAddresses(Principal customer) {
        return ListResponse.of(addresses.addresses(customer.getName()), AddressResponse::of, null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<AddressResponse> addAddress(Principal customer, @RequestBody AddressRequest request) {
        AddressView added = addresses.add(customer.getName(), request.toAddress(), request.prefers());
        return ResponseEntity.created(URI.create(BOOK + "/" + added.id())).body(AddressResponse.of(added));
    }

    @GetMapping("/{id}")
    AddressResponse showAddress(Principal customer, @PathVariable String id) {
        return AddressResponse.of(addresses.address(customer.getName(), Limits.requireId("id", id)));
    }

    @PutMapping("/{id}")
    AddressResponse changeAddress(Principal customer, @PathVariable String id, @RequestBody AddressRequest request) {
        return AddressResponse.of(addresses.change(
                customer.getName(), Limits.requireId("id", id), request.toAddress(), request.prefers()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeAddress(Principal customer, @PathVariable String id) {
        addresses.remove(customer.getName(), Limits.requireId("id", id));
    }

    /** @param preferred left out, it is false; the first address is preferred in any case */
    record AddressRequest(
            @Nullable String recipient,
            @Nullable String phone,
            @Nullable String country,
            @Nullable String region,
            @Nullable String city,
            @Nullable String street,
            @Nullable String postalCode,
            @Nullable Boolean preferred) {

        PostalAddress toAddress() {
            return new PostalAddressRequest(recipient, phone, country, region, city, street, postalCode).toAddress();
        }

        boolean prefers() {
            return Boolean.TRUE.equals(preferred);
        }

        @Override
        public String toString() {
            return "AddressRequest[...]";
        }
    }

    /** @param preferred the one that an order takes when it names none */
    record AddressResponse(
            String id,
            String recipient,
            String phone,
            String country,
            @Nullable String region,
            String city,
            String street,
            @Nullable String postalCode,
            boolean preferred) {

        static AddressResponse of(AddressView view) {
            PostalAddress address = view.address();
            return new AddressResponse(
                    view.id(),
                    address.recipient(),
                    address.phone(),
                    address.country(),
                    address.region(),
                    address.city(),
                    address.street(),
                    address.postalCode(),
                    view.preferred());
        }

        @Override
        public String toString() {
            return "AddressResponse[" + id + "]";
        }
    }
}
