package io.microecommerce.order.purchase.store;

/** How much of a SKU there is in several orders together. */
record SkuPieces(String skuId, long pieces) {}
