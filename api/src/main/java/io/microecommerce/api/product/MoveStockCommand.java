package io.microecommerce.api.product;

import io.microecommerce.api.Limits;
import io.microecommerce.api.error.Refusal;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Pieces that came in, or a correction of what is counted.
 *
 * @param kind what happened
 * @param quantity pieces, up to {@link #MAX_PIECES} either way; positive for a receipt and a return, not 0 for a correction
 * @param reason 1 to 200 characters; staff read it in the history
 * @param staffId who says so
 * @param idempotencyKey the same key and content move the stock once
 * @param orderId whose goods come back; of a return, and of nothing else
 */
public record MoveStockCommand(
        String skuId,
        Kind kind,
        long quantity,
        String reason,
        String staffId,
        String idempotencyKey,
        @Nullable String orderId)
        implements Serializable {

    public static final long MAX_PIECES = 1_000_000;
    private static final int MAX_REASON_LENGTH = 200;

    /** Why pieces come or go other than by orders. */
    public enum Kind {
        RECEIPT,
        /** What an order had bought and got shipped comes back; no more of it than that. */
        RETURN,
        CORRECTION
    }

    public MoveStockCommand {
        Limits.requireId("sku_id", skuId);
        Limits.requireId("Idempotency-Key", idempotencyKey);
        Limits.requireKeptText("reason", reason, MAX_REASON_LENGTH);
        if ((kind == Kind.RETURN) != (orderId != null)) {
            throw Refusal.invalid("order_id", "is that of a return, and of nothing else");
        }
        if (orderId != null) {
            Limits.requireId("order_id", orderId);
        }
        if (kind != Kind.CORRECTION && (quantity < 1 || quantity > MAX_PIECES)) {
            throw Refusal.invalid("quantity", "must be 1 to " + MAX_PIECES);
        }
        if (kind == Kind.CORRECTION && (quantity == 0 || quantity < -MAX_PIECES || quantity > MAX_PIECES)) {
            throw Refusal.invalid("quantity", "must be -" + MAX_PIECES + " to " + MAX_PIECES + " and not 0");
        }
    }

    /** Of no order. */
    public MoveStockCommand(
            String skuId, Kind kind, long quantity, String reason, String staffId, String idempotencyKey) {
        this(skuId, kind, quantity, reason, staffId, idempotencyKey, null);
    }
}
