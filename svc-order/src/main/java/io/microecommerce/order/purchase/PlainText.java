package io.microecommerce.order.purchase;

import io.microecommerce.api.error.Refusal;
import org.jspecify.annotations.Nullable;

/** Text that people typed, as the database can keep it and a parcel's label can show it. */
final class PlainText {

    private PlainText() {}

    /**
     * @param value null where the field may be left out
     * @throws Refusal {@code INVALID_FIELD} for line breaks and other control characters, and for half of a surrogate pair
     */
    static void requireOneLine(String field, @Nullable String value) {
        if (value != null
                && value.codePoints()
                        .anyMatch(point ->
                                Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE)) {
            throw Refusal.invalid(field, "must be one line of text without control characters");
        }
    }
}
