package io.microecommerce.api.product;

import java.io.Serializable;
import java.util.List;

/**
 * Pictures.
 *
 * @param ppt the slides of a product page, in order; may be empty
 * @param thumbnail the small picture of lists
 */
public record AssetsView(List<ImageView> ppt, ImageView thumbnail) implements Serializable {

    public AssetsView {
        ppt = List.copyOf(ppt);
    }

    /** @param src address of the picture, absolute or relative to the storefront */
    public record ImageView(String src) implements Serializable {}
}
