package io.microecommerce.api.money;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * An amount in the minor unit of its currency (fen, cents). Arithmetic is exact: an overflow is refused, never wrapped.
 *
 * @param currency ISO 4217 code, three capitals
 * @param minor the amount in minor units; negative only in ledger entries
 */
public record Money(String currency, long minor) implements Serializable {

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final int ALL_BASIS_POINTS = 10_000;

    public Money {
        if (!CURRENCY.matcher(currency).matches()) {
            throw Refusal.invalid("currency", "must be an ISO 4217 code such as CNY");
        }
    }

    /** @throws Refusal with {@code AMOUNT_TOO_LARGE} on overflow, with {@code INVALID_FIELD} on another currency */
    public Money plus(Money other) {
        requireSameCurrency(other);
        try {
            return new Money(currency, Math.addExact(minor, other.minor));
        } catch (ArithmeticException overflow) {
            throw tooLarge();
        }
    }

    /** @throws Refusal with {@code AMOUNT_TOO_LARGE} on overflow */
    public Money times(long factor) {
        try {
            return new Money(currency, Math.multiplyExact(minor, factor));
        } catch (ArithmeticException overflow) {
            throw tooLarge();
        }
    }

    /**
     * A share of this amount, rounded down to a whole minor unit. Exact for every amount: a share is never larger than the
     * whole, so there is nothing that could overflow.
     *
     * @param basisPoints hundredths of a percent, 0 to 10,000
     */
    public Money share(int basisPoints) {
        if (basisPoints < 0 || basisPoints > ALL_BASIS_POINTS) {
            throw new IllegalArgumentException("basisPoints must be 0 to 10000, was " + basisPoints);
        }
        // The product of amount and rate may need more than 64 bits. Of the part that 10,000 divides, the share is
        // whole and
        // fits; only the rest, smaller than 10,000, is multiplied first and rounded.
        long whole = minor / ALL_BASIS_POINTS * basisPoints;
        long rest = minor % ALL_BASIS_POINTS * basisPoints;
        return new Money(currency, Math.addExact(whole, Math.floorDiv(rest, ALL_BASIS_POINTS)));
    }

    private void requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw Refusal.invalid("currency", "cannot add " + other.currency + " to " + currency);
        }
    }

    private static Refusal tooLarge() {
        return new Refusal(ErrorCode.AMOUNT_TOO_LARGE, "The amount is too large; order less at a time.");
    }
}
