package io.microecommerce.bench.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What {@code ./shop bench pay} is told.
 *
 * @param threads how many customers buy at once, 1 to 256
 * @param seconds how long it is measured, 1 to 600
 * @param sku the one SKU that all of them buy; without it they spread over several
 */
record PayOptions(int threads, int seconds, Optional<String> sku) {

    static final String USAGE = "Usage: ./shop bench pay [--threads N] [--seconds S] [--sku ID]";

    private static final int MAX_THREADS = 256;
    private static final int MAX_SECONDS = 600;
    private static final int DEFAULT_THREADS = 8;
    private static final int DEFAULT_SECONDS = 20;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    PayOptions {
        requireWithin("--threads", threads, MAX_THREADS);
        requireWithin("--seconds", seconds, MAX_SECONDS);
        if (sku.isPresent() && !ID.matcher(sku.get()).matches()) {
            throw new UsageException("--sku takes 1 to 64 letters, digits, - or _. " + USAGE);
        }
    }

    /** @throws UsageException with what is wrong and what would be right */
    static PayOptions parse(List<String> arguments) {
        int threads = DEFAULT_THREADS;
        int seconds = DEFAULT_SECONDS;
        Optional<String> sku = Optional.empty();
        Set<String> given = new HashSet<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            String option = arguments.get(i);
            if (!List.of("--threads", "--seconds", "--sku").contains(option)) {
                throw new UsageException("bench pay does not know '" + option + "'. " + USAGE);
            }
            if (i + 1 == arguments.size()) {
                throw new UsageException(option + " needs a value. " + USAGE);
            }
            if (!given.add(option)) {
                throw new UsageException(option + " is given twice. " + USAGE);
            }
            String value = arguments.get(i + 1);
            switch (option) {
                case "--threads" -> threads = number(option, value);
                case "--seconds" -> seconds = number(option, value);
                default -> sku = Optional.of(value);
            }
        }
        return new PayOptions(threads, seconds, sku);
    }

    private static int number(String option, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new UsageException(option + " needs a whole number, not '" + value + "'. " + USAGE);
        }
    }

    private static void requireWithin(String option, int value, int max) {
        if (value < 1 || value > max) {
            throw new UsageException(option + " lies between 1 and " + max + ", not " + value + ". " + USAGE);
        }
    }
}
