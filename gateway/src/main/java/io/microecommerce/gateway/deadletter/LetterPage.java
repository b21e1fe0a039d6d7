package io.microecommerce.gateway.deadletter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page over all services.
 *
 * @param next cursor of the next page; null at the end
 * @param unanswered services whose letters are missing here, because they do not answer
 */
public record LetterPage(List<ServiceLetter> items, @Nullable String next, List<String> unanswered) {

    public LetterPage {
        items = List.copyOf(items);
        unanswered = List.copyOf(unanswered);
    }
}
