package io.microecommerce.product.catalog;

import java.util.List;

/** All categories. */
public interface Categories {

    /** In no particular order; there are few enough to read them at once. */
    List<Category> all();

    /** @return whether it was added; false if its id exists, and nothing is changed then */
    boolean addIfAbsent(Category category);
}
