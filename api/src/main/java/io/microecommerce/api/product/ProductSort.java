package io.microecommerce.api.product;

/** In which order a search answers; products that tie follow by id. */
public enum ProductSort {
    TITLE,
    NEWEST,
    /** By the cheapest SKU for sale. */
    PRICE_ASCENDING,
    /** By the cheapest SKU for sale, too, so that both orders agree on what a product costs. */
    PRICE_DESCENDING
}
