package io.microecommerce.payment.provider;

import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.payment.ProviderCallback;

/** Tells what the provider sent from what anybody could send. */
public interface CallbackReader {

    /** @throws Refusal {@code CALLBACK_FORGED} if it is not signed by the provider, or not just now, or cannot be decrypted */
    ProviderNotice read(ProviderCallback callback) throws Refusal;
}
