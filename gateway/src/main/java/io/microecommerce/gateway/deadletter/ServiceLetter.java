package io.microecommerce.gateway.deadletter;

import io.microecommerce.api.deadletter.DeadLetterView;

/** A letter and the service that keeps it. */
public record ServiceLetter(String service, DeadLetterView letter) {

    /** The id under which the staff know it: it says whom to ask. */
    public String id() {
        return new LetterId(service, letter.id()).text();
    }
}
