package io.microecommerce.payment.provider;

import org.jspecify.annotations.Nullable;

/**
 * What a callback says, once its signature is verified and its body decrypted.
 *
 * @param eventId the provider's; a repeated delivery has the same
 * @param type in the provider's own word
 * @param trade what is said of a trade; null in a notice about a refund
 * @param refundId ours; null in a notice about a trade
 */
public record ProviderNotice(String eventId, String type, @Nullable Trade trade, @Nullable String refundId) {}
