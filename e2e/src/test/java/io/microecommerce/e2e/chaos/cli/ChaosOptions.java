package io.microecommerce.e2e.chaos.cli;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;

/**
 * What {@code ./shop chaos} was asked for.
 *
 * @param seed decides what customers and nemesis do
 * @param faultsFor how long the nemesis is at work, one minute to a day
 */
record ChaosOptions(long seed, Duration faultsFor) {

    static final String USAGE =
            "./shop chaos [--seed N] [--minutes M]: starts a platform of its own, breaks it for M minutes"
                    + " (default 4, 1 to 1440) as the seed N (default 1) says, and checks that nothing was lost or doubled.";

    static ChaosOptions parse(List<String> arguments) {
        long seed = 1;
        long minutes = 4;
        Iterator<String> words = arguments.iterator();
        while (words.hasNext()) {
            String option = words.next();
            switch (option) {
                case "--seed" -> seed = number(option, words, Long.MIN_VALUE, Long.MAX_VALUE);
                case "--minutes" -> minutes = number(option, words, 1, 1440);
                default -> throw new IllegalArgumentException(option + " is no option. " + USAGE);
            }
        }
        return new ChaosOptions(seed, Duration.ofMinutes(minutes));
    }

    private static long number(String option, Iterator<String> words, long least, long most) {
        try {
            long number = Long.parseLong(words.next());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (RuntimeException noNumber) {
            // As if it lay outside.
        }
        throw new IllegalArgumentException(option + " needs a number from " + least + " to " + most + ". " + USAGE);
    }
}
