package io.microecommerce.e2e.chaos.customer;

import io.microecommerce.e2e.chaos.customer.Operation.What;
import io.microecommerce.e2e.shop.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Every operation of every customer, in the order in which they ended; also as lines of JSON in a file. */
public final class History implements AutoCloseable {

    private static final Set<What> REPEATABLE = EnumSet.of(What.ORDER, What.PAY, What.REFUND);

    private final List<Operation> operations = new ArrayList<>();
    private final List<String> oddities = new ArrayList<>();
    private final BufferedWriter file;

    public History(Path file) {
        try {
            this.file = Files.newBufferedWriter(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    synchronized void add(Operation operation) {
        operations.add(operation);
        try {
            file.write(Json.text(
                    "what", operation.what().name(),
                    "customer", operation.customerId(),
                    "key", operation.key(),
                    "order", operation.orderId(),
                    "began", operation.began().toString(),
                    "ended", operation.ended().toString(),
                    "outcome", operation.outcome().name(),
                    "status", operation.status(),
                    "code", operation.code(),
                    "id", operation.id(),
                    "state", operation.state()));
            file.newLine();
            file.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Something a customer was shown that can never be true, such as a negative stock. */
    synchronized void addOddity(String oddity) {
        oddities.add(oddity);
    }

    public synchronized List<Operation> operations() {
        return List.copyOf(operations);
    }

    public synchronized List<String> oddities() {
        return List.copyOf(oddities);
    }

    /** How long after that moment the first payment was acknowledged which had begun no sooner; empty if none was. */
    public Optional<Duration> firstPaidAfter(Instant moment) {
        return operations().stream()
                .filter(operation -> operation.isPaid() && !operation.began().isBefore(moment))
                .map(operation -> Duration.between(moment, operation.ended()))
                .min(Duration::compareTo);
    }

    /** Payments, orders and refunds whose key has no known outcome yet: the first that was heard of each. */
    public List<Operation> unanswered() {
        List<Operation> all = operations();
        Set<String> answered = all.stream()
                .filter(operation -> operation.outcome() != Outcome.UNKNOWN)
                .map(Operation::keyed)
                .collect(Collectors.toSet());
        Map<String, Operation> first = new LinkedHashMap<>();
        all.stream()
                .filter(operation -> REPEATABLE.contains(operation.what()))
                .filter(operation -> !answered.contains(operation.keyed()))
                .forEach(operation -> first.putIfAbsent(operation.keyed(), operation));
        return List.copyOf(first.values());
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
