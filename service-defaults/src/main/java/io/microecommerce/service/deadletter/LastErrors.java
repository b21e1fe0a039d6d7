package io.microecommerce.service.deadletter;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What consumers of this process threw last, by group and message: the broker keeps messages, not reasons. Of too many the oldest
 * are forgotten.
 */
final class LastErrors {

    private static final int MOST = 10_000;

    private final Map<String, String> errors = new LinkedHashMap<>();

    synchronized void remember(String group, String messageId, Throwable failure) {
        String key = key(group, messageId);
        errors.remove(key);
        errors.put(key, DeadLetter.errorOf(failure));
        if (errors.size() > MOST) {
            errors.remove(errors.keySet().iterator().next());
        }
    }

    synchronized void forget(String group, String messageId) {
        errors.remove(key(group, messageId));
    }

    synchronized Optional<String> of(String group, String messageId) {
        return Optional.ofNullable(errors.get(key(group, messageId)));
    }

    private static String key(String group, String messageId) {
        return group + '/' + messageId;
    }
}
