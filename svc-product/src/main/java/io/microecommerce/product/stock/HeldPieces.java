package io.microecommerce.product.stock;

import java.time.Instant;

/**
 * What one transaction has reserved, or takes back, over all its SKUs.
 *
 * @param held whether any piece is still HELD, or RETURNING
 * @param settled whether any piece was SOLD by it, or RETURNED
 * @param pieces in words: {@code 2 x tee-red-m HELD}
 */
public record HeldPieces(String xid, String orderId, boolean held, boolean settled, String pieces, Instant since) {}
