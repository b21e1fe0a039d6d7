package io.microecommerce.api.product;

import java.io.Serializable;

/** One attribute of a SKU, such as {@code colour = red}. */
public record AttributeView(String name, String value) implements Serializable {}
