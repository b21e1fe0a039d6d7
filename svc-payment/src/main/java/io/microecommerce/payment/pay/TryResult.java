package io.microecommerce.payment.pay;

import io.microecommerce.api.error.Refusal;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** How one Try ended. A refusal is final for the key; any other failure is technical, and the key may try again. */
record TryResult(String branch, Optional<Throwable> failure) {

    boolean tried() {
        return failure.isEmpty();
    }

    String reason() {
        return failure.map(TryResult::unwrap).map(Throwable::toString).orElse("");
    }

    String code() {
        return failure.map(TryResult::unwrap)
                .map(cause -> cause instanceof Refusal refusal ? refusal.code().name() : "FAILED")
                .orElse("TRIED");
    }

    Optional<Refusal> refusal() {
        return failure.map(TryResult::unwrap)
                .filter(Refusal.class::isInstance)
                .map(Refusal.class::cast)
                .filter(refusal -> !refusal.code().retryable());
    }

    private static Throwable unwrap(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }
}
