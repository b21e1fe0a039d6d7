package io.microecommerce.api.customer;

import io.microecommerce.api.Limits;
import io.microecommerce.api.error.Refusal;
import java.io.Serializable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a parcel goes, and to whom.
 *
 * @param recipient 1 to 100 characters
 * @param phone 3 to 30 digits, blanks, {@code + - ( )}
 * @param country ISO 3166-1 alpha-2, two capitals
 * @param region province or state, at most 100 characters; null where there is none
 * @param city 1 to 100 characters
 * @param street street, house and door, 1 to 200 characters
 * @param postalCode at most 20 characters; null where there is none
 */
public record PostalAddress(
        String recipient,
        String phone,
        String country,
        @Nullable String region,
        String city,
        String street,
        @Nullable String postalCode)
        implements Serializable {

    private static final Pattern PHONE = Pattern.compile("[0-9+() -]{3,30}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    public PostalAddress {
        Limits.requireText("recipient", recipient, 100);
        if (!PHONE.matcher(phone).matches()) {
            throw Refusal.invalid("phone", "must be 3 to 30 digits, blanks or + - ( )");
        }
        if (!COUNTRY.matcher(country).matches()) {
            throw Refusal.invalid("country", "must be an ISO 3166 code of two capitals such as CN");
        }
        if (region != null) {
            Limits.requireText("region", region, 100);
        }
        Limits.requireText("city", city, 100);
        Limits.requireText("street", street, 200);
        if (postalCode != null) {
            Limits.requireText("postal_code", postalCode, 20);
        }
    }

    @Override
    public String toString() {
        return "PostalAddress[...]";
    }
}
