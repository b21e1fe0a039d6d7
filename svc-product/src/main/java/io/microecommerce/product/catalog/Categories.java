package io.microecommerce.product.catalog;

import java.util.function.UnaryOperator;

/** The category tree. There are few enough categories to read and write them at once. */
public interface Categories {

    CategoryTree tree();

    /**
     * Changes the tree in one step: of two changes at the same time, the second sees what the first has made of it. So no two
     * of them can together make what neither would have made alone, such as a circle.
     *
     * @param change called with the tree as it stands, and again if another change came between; what it throws comes out, and
     *     nothing is changed when it returns the tree that it was given
     * @return the tree afterwards
     * @throws io.microecommerce.api.error.Refusal {@code VERSION_CONFLICT} if others came between each time
     */
    CategoryTree change(UnaryOperator<CategoryTree> change);
}
