package io.microecommerce.local.wechatpay.http;

import io.microecommerce.local.wechatpay.books.RefusedException;

/** A part of the simulator that answers the calls below its path. */
@FunctionalInterface
public interface Part {

    /**
     * @throws RefusedException for what is answered as a refusal
     * @throws AbandonedException if nothing is answered, and the connection ends
     */
    Answer answer(Call call);
}
