package io.microecommerce.customer.account;

import io.microecommerce.api.customer.RegisterCommand;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A new customer joins, perhaps on another's recommendation. */
public final class Registration {

    /** Two equal codes in a row are next to impossible; this many mean that something else is wrong. */
    private static final int REFERRAL_CODE_ATTEMPTS = 5;

    private final Customers customers;
    private final Passwords passwords;
    private final RandomGenerator random;
    private final Clock clock;

    /** @param random makes referral codes; they must not be guessable from one another */
    public Registration(Customers customers, Passwords passwords, RandomGenerator random, Clock clock) {
        this.customers = customers;
        this.passwords = passwords;
        this.random = random;
        this.clock = clock;
    }

    /** @throws Refusal {@code EMAIL_TAKEN}, {@code REFERRER_UNKNOWN}, {@code INVALID_FIELD} */
    public Customer register(RegisterCommand command) {
        Printable.require("email", command.email());
        requireDeliverable(command.email());
        Printable.require("first_name", command.firstName());
        Printable.require("last_name", command.lastName());
        String referrerId = command.referrerCode() == null ? null : referrerId(command.referrerCode());
        String passwordHash = passwords.hash(command.password());
        for (int attempt = 0; attempt < REFERRAL_CODE_ATTEMPTS; attempt++) {
            Customer customer = customer(command, passwordHash, referrerId);
            if (customers.add(customer)) {
                return customer;
            }
            if (customers.byEmail(command.email()).isPresent()) {
                throw new Refusal(ErrorCode.EMAIL_TAKEN, "Somebody is registered with this e-mail; log in instead.");
            }
        }
        throw new IllegalStateException("No free referral code in " + REFERRAL_CODE_ATTEMPTS + " attempts");
    }

    private Customer customer(RegisterCommand command, String passwordHash, @Nullable String referrerId) {
        // To the microsecond, as the database keeps it: the answer equals what is read later.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Customer(
                UUID.randomUUID().toString(),
                command.email(),
                command.firstName(),
                command.lastName(),
                passwordHash,
                ReferralCode.random(random),
                referrerId,
                false,
                now,
                now);
    }

    private String referrerId(String typedCode) {
        return ReferralCode.normalised(typedCode)
                .flatMap(customers::byReferralCode)
                .map(Customer::id)
                .orElseThrow(() -> new Refusal(
                        ErrorCode.REFERRER_UNKNOWN, "Nobody has this referrer code; correct it or leave it out."));
    }

    private static void requireDeliverable(String email) {
        if (email.toLowerCase(Locale.ROOT).endsWith(Customer.DOMAIN_OF_THE_DELETED)) {
            throw Refusal.invalid("email", "must be an address that mail can reach");
        }
    }
}
