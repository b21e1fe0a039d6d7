package io.microecommerce.api.product;

/** What an import did to a product. */
public enum ImportOutcome {
    CREATED,
    CHANGED,
    /** It was like that already. */
    UNCHANGED
}
