package io.microecommerce.api.payment;

import io.microecommerce.api.error.Refusal;

/** What the payment provider tells us, as it came over HTTP. */
public interface ProviderCallbackFacade {

    /**
     * Verifies, and records what is new. Idempotent by the event's id. When it returns, the provider need not repeat it, also
     * where it told something that is not believed.
     *
     * @throws Refusal {@code CALLBACK_FORGED}: nothing was changed
     */
    void hear(ProviderCallback callback) throws Refusal;
}
