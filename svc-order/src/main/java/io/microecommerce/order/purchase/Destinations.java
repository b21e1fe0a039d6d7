package io.microecommerce.order.purchase;

import io.microecommerce.api.customer.PostalAddress;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.order.DeliveryChoice;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The address that a customer's choice leads to. */
public class Destinations {

    private static final Logger log = LoggerFactory.getLogger(Destinations.class);

    private final AddressBook book;

    public Destinations(AddressBook book) {
        this.book = book;
    }

    /**
     * Where nothing was chosen and the address book does not answer, the order goes without an address: it can be given one
     * later, and is not shipped before.
     *
     * @param choice null from a caller that knows of no choice yet
     * @throws Refusal {@code ADDRESS_NOT_FOUND}; {@code SERVICE_UNAVAILABLE} if an address of the book was chosen; {@code
     *     INVALID_FIELD}
     */
    Optional<PostalAddress> ofNewOrder(String customerId, @Nullable DeliveryChoice choice) {
        if (choice != null && isMade(choice)) {
            return Optional.of(chosen(customerId, choice));
        }
        try {
            return book.preferred(customerId);
        } catch (Refusal unanswered) {
            if (!unanswered.code().retryable()) {
                throw unanswered;
            }
            log.warn(
                    "An order is placed without an address, for the address book does not answer: {}",
                    unanswered.code());
            return Optional.empty();
        }
    }

    /**
     * @throws Refusal {@code ADDRESS_NOT_FOUND}, also when nothing was chosen and there is no preferred address; {@code
     *     SERVICE_UNAVAILABLE}, {@code INVALID_FIELD}
     */
    PostalAddress ofRedirection(String customerId, DeliveryChoice choice) {
        return isMade(choice)
                ? chosen(customerId, choice)
                : book.preferred(customerId)
                        .orElseThrow(() -> new Refusal(
                                ErrorCode.ADDRESS_NOT_FOUND,
                                "There is no address in your address book; add one, or give one with the request."));
    }

    private static boolean isMade(DeliveryChoice choice) {
        return choice.addressId() != null || choice.address() != null;
    }

    private PostalAddress chosen(String customerId, DeliveryChoice choice) {
        PostalAddress address = choice.address();
        if (address != null) {
            return requireOneLineEach(address);
        }
        if (choice.addressId() == null) {
            throw new IllegalArgumentException("Nothing was chosen");
        }
        return book.address(customerId, choice.addressId());
    }

    private static PostalAddress requireOneLineEach(PostalAddress address) {
        Stream.of(
                        new Text("recipient", address.recipient()),
                        new Text("region", address.region()),
                        new Text("city", address.city()),
                        new Text("street", address.street()),
                        new Text("postal_code", address.postalCode()))
                .forEach(text -> PlainText.requireOneLine(text.field(), text.value()));
        return address;
    }

    private record Text(String field, @Nullable String value) {}
}
