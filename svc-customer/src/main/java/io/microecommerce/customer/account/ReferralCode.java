package io.microecommerce.customer.account;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A code that one customer tells another, perhaps aloud: eight characters, none of which looks like another. */
final class ReferralCode {

    static final int LENGTH = 8;

    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private ReferralCode() {}

    static String random(RandomGenerator random) {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** @return the code as it is stored, or empty if nobody can have such a code */
    static Optional<String> normalised(String typed) {
        String code = typed.strip().toUpperCase(Locale.ROOT);
        boolean possible = code.length() == LENGTH && code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
        return possible ? Optional.of(code) : Optional.empty();
    }
}
