package io.microecommerce.product.catalog;

/** What tells one SKU of a product from another, such as {@code colour = red}. */
public record Attribute(String name, String value) {}
