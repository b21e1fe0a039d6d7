package io.microecommerce.api.deadletter;

import io.microecommerce.api.Limits;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** @param reason at most 500 characters; null if none is given */
public record RedriveCommand(String letterId, String staffId, @Nullable String reason) implements Serializable {

    public RedriveCommand {
        Limits.requireId("id", letterId);
        Limits.requireId("staff_id", staffId);
        if (reason != null) {
            Limits.requireKeptText("reason", reason, 500);
        }
    }
}
