package io.microecommerce.product.stock;

import java.time.Instant;

/**
 * What one transaction has reserved, over all its SKUs.
 *
 * @param held whether any piece is still HELD
 * @param sold whether any piece is SOLD
 * @param pieces in words: {@code 2 x tee-red-m HELD}
 */
public record HeldPieces(String xid, String orderId, boolean held, boolean sold, String pieces, Instant since) {}
