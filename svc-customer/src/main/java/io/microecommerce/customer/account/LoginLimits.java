package io.microecommerce.customer.account;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How often a password may be guessed.
 *
 * @param freeFailures so many failures in a row, 1 to 100, until the account rests
 * @param firstRest how long it then rests; each further failure doubles it
 * @param longestRest the most that it grows to, at most a day
 * @param forgottenAfter how long after the last attempt the failures are forgotten; longer than any rest
 */
public record LoginLimits(int freeFailures, Duration firstRest, Duration longestRest, Duration forgottenAfter) {

    private static final Duration LONGEST = Duration.ofDays(1);

    public LoginLimits {
        if (freeFailures < 1 || freeFailures > 100) {
            throw new IllegalArgumentException("Free failures must be 1 to 100, were " + freeFailures);
        }
        if (firstRest.compareTo(Duration.ZERO) <= 0
                || firstRest.compareTo(longestRest) > 0
                || longestRest.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("A rest must be positive, and the longest one from the first one to "
                    + LONGEST + "; they were " + firstRest + " and " + longestRest);
        }
        if (forgottenAfter.compareTo(longestRest) <= 0) {
            throw new IllegalArgumentException(
                    "Failures must be remembered longer than " + longestRest + ", not " + forgottenAfter);
        }
    }

    /** The rest after the first failure, after the second, and so on; the last is the rest after every further one. */
    public List<Duration> rests() {
        List<Duration> rests = new ArrayList<>();
        for (int failure = 1; failure < freeFailures; failure++) {
            rests.add(Duration.ZERO);
        }
        Duration rest = firstRest;
        while (rest.compareTo(longestRest) < 0) {
            rests.add(rest);
            rest = rest.multipliedBy(2);
        }
        rests.add(longestRest);
        return List.copyOf(rests);
    }
}
