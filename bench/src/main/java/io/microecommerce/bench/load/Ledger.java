package io.microecommerce.bench.load;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What every payment of the run was answered, by idempotency key, the warm-up included: what the books are held against. */
public final class Ledger {

    private final Map<String, Verdict> verdicts = new ConcurrentHashMap<>();

    void note(String key, Verdict verdict) {
        verdicts.put(key, verdict);
    }

    /** Keys of the payments answered so. */
    public Set<String> keys(Verdict verdict) {
        return verdicts.entrySet().stream()
                .filter(entry -> entry.getValue() == verdict)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
