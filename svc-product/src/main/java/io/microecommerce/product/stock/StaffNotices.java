package io.microecommerce.product.stock;

import io.microecommerce.api.error.Refusal;

/** How staff hear of something. */
public interface StaffNotices {

    /**
     * Tells staff that few pieces of a SKU are left; an episode is told once, however often this is called.
     *
     * @param title its product's
     * @throws Refusal with a retryable code if nobody takes it now
     */
    void fewLeft(LowStock low, String title);
}
