package io.microecommerce.bench.cli;

/** The command was called in a way it does not understand; the message says what it does understand. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
