package io.microecommerce.local.wechatpay.callback;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a callback that pretends to be ours.
 *
 * @param signature it is not of this body
 * @param serial named instead of our key's
 * @param timestampShiftSeconds added to the time it claims to be from, and signed with that
 * @param key it is encrypted with another key
 */
public record Forgery(boolean signature, @Nullable String serial, long timestampShiftSeconds, boolean key) {

    /** As it should be. */
    public static final Forgery NONE = new Forgery(false, null, 0, false);
}
