package io.microecommerce.api.deadletter;

import io.microecommerce.api.Limits;
import java.io.Serializable;

/** @param reason why the effect is not wanted, or where it came from otherwise; 1 to 500 characters */
public record DiscardCommand(String letterId, String staffId, String reason) implements Serializable {

    public DiscardCommand {
        Limits.requireId("id", letterId);
        Limits.requireId("staff_id", staffId);
        Limits.requireKeptText("reason", reason, 500);
    }
}
