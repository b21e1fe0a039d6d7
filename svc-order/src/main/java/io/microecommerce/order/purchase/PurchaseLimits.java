package io.microecommerce.order.purchase;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import java.util.List;
import java.util.Map;

/**
 * How much of a SKU one customer may have in orders that stand, which are all but the cancelled ones.
 *
 * @param mostPieces by SKU; a SKU that is not in it has no limit
 */
public record PurchaseLimits(Map<String, Integer> mostPieces) {

    public static final PurchaseLimits NONE = new PurchaseLimits(Map.of());

    public PurchaseLimits {
        mostPieces = Map.copyOf(mostPieces);
    }

    public boolean isEmpty() {
        return mostPieces.isEmpty();
    }

    /**
     * @param standing pieces in the customer's orders that stand, by SKU
     * @throws Refusal {@code SKU_LIMIT_REACHED} if one of the lines would exceed its SKU's limit
     */
    public void requireRoomFor(List<OrderLine> lines, Map<String, Long> standing) {
        for (OrderLine line : lines) {
            Integer most = mostPieces.get(line.skuId());
            if (most == null) {
                continue;
            }
            long left = Math.max(0, most - standing.getOrDefault(line.skuId(), 0L));
            if (line.quantity() > left) {
                throw new Refusal(
                        ErrorCode.SKU_LIMIT_REACHED,
                        "One customer may have " + most + " pieces of SKU " + line.skuId() + "; " + left
                                + " are left to you.");
            }
        }
    }
}
