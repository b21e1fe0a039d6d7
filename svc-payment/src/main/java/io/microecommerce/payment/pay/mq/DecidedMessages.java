package io.microecommerce.payment.pay.mq;

import io.microecommerce.payment.pay.DecidedMessage;
import java.util.List;
import org.springframework.stereotype.Component;

/** All kinds of transactional messages that this service sends. */
@Component
class DecidedMessages {

    private final List<DecidedMessage> kinds;

    DecidedMessages(List<DecidedMessage> kinds) {
        this.kinds = List.copyOf(kinds);
    }

    /** @throws IllegalStateException if a later version sends it: that version, or this one's successor, will answer for it */
    DecidedMessage tagged(String tag) {
        return kinds.stream()
                .filter(kind -> kind.tag().equals(tag))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No message of this version is tagged '" + tag + "'"));
    }
}
