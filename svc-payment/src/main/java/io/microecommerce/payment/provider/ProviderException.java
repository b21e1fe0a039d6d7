package io.microecommerce.payment.provider;

import org.jspecify.annotations.Nullable;

/** The provider did not do what it was asked to, or did not say: ask again. */
public final class ProviderException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ProviderException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
