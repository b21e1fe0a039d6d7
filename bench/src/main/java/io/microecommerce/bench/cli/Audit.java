package io.microecommerce.bench.cli;

import java.util.List;

/**
 * Whether the databases say what the customers were told, over the whole run with its warm-up.
 *
 * @param answeredPaid payments answered 201
 * @param unknown payments whose answer left the outcome open
 * @param unknownPaid those of them that are PAID in the database
 * @param paid payments of the run that are PAID in the database
 * @param disagreements all that does not fit, in words
 */
record Audit(long answeredPaid, long unknown, long unknownPaid, long paid, List<String> disagreements) {

    Audit {
        disagreements = List.copyOf(disagreements);
    }

    boolean agrees() {
        return disagreements.isEmpty();
    }
}
