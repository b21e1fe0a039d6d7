package io.microecommerce.api;

import io.microecommerce.api.error.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** The bounds that every edge holds to, in one place; each check throws a {@link Refusal} that names the field. */
public final class Limits {

    /** Most pieces of one SKU in a cart or an order. */
    public static final int MAX_QUANTITY = 999;

    /** Most lines in a cart or an order. */
    public static final int MAX_LINES = 100;

    /** Most items on a page of a list. */
    public static final int MAX_PAGE_SIZE = 100;

    /** Highest price of one piece, in minor units: {@link #MAX_LINES} lines of {@link #MAX_QUANTITY} pieces stay exact. */
    public static final long MAX_PRICE_MINOR = 1_000_000_000_000L;

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private Limits() {}

    /** An id or an idempotency key: 1 to 64 letters, digits, {@code -} or {@code _}. */
    public static String requireId(String field, String value) {
        if (!ID.matcher(value).matches()) {
            throw Refusal.invalid(field, "must be 1 to 64 letters, digits, - or _");
        }
        return value;
    }

    /** Text that is not blank, of at most so many characters. */
    public static String requireText(String field, String value, int maxLength) {
        if (value.isBlank() || value.length() > maxLength) {
            throw Refusal.invalid(field, "must be 1 to " + maxLength + " characters");
        }
        return value;
    }

    /** A day as {@code 2026-01-31}. */
    public static LocalDate requireDay(String field, String value) {
        if (DAY.matcher(value).matches()) {
            try {
                return LocalDate.parse(value);
            } catch (DateTimeParseException noSuchDay) {
                // Refused below, like any other.
            }
        }
        throw Refusal.invalid(field, "must be a day such as 2026-01-31");
    }

    /** {@link #requireText} that is going to be kept: PostgreSQL keeps no zero character in a text. */
    public static String requireKeptText(String field, String value, int maxLength) {
        if (value.indexOf('\0') >= 0) {
            throw Refusal.invalid(field, "must not contain the character zero");
        }
        return requireText(field, value, maxLength);
    }

    public static int requireQuantity(int quantity) {
        if (quantity < 1 || quantity > MAX_QUANTITY) {
            throw Refusal.invalid("quantity", "must be 1 to " + MAX_QUANTITY);
        }
        return quantity;
    }

    public static int requirePageSize(int size) {
        if (size < 1 || size > MAX_PAGE_SIZE) {
            throw Refusal.invalid("size", "must be 1 to " + MAX_PAGE_SIZE);
        }
        return size;
    }
}
