package io.microecommerce.api.product;

import io.microecommerce.api.Limits;
import io.microecommerce.api.error.Refusal;
import java.io.Serializable;
import java.util.List;

/**
 * Pictures as staff give them.
 *
 * @param ppt addresses of the slides, in order, at most 20
 * @param thumbnail address of the small picture
 */
public record AssetsDraft(List<String> ppt, String thumbnail) implements Serializable {

    private static final int MAX_SLIDES = 20;
    private static final int MAX_ADDRESS_LENGTH = 500;

    public AssetsDraft {
        ppt = List.copyOf(ppt);
        if (ppt.size() > MAX_SLIDES) {
            throw Refusal.invalid("assets.ppt", "must be at most " + MAX_SLIDES + " pictures");
        }
        ppt.forEach(src -> requireAddress("assets.ppt", src));
        requireAddress("assets.thumbnail", thumbnail);
    }

    /** Only http, https and paths: a page that shows the picture must not be made to run it. */
    private static void requireAddress(String field, String src) {
        Limits.requireText(field, src, MAX_ADDRESS_LENGTH);
        boolean path = src.startsWith("/") && !src.startsWith("//");
        if (!path && !src.startsWith("https://") && !src.startsWith("http://")) {
            throw Refusal.invalid(field, "must be an http or https address, or a path that begins with /");
        }
    }
}
