package io.microecommerce.payment.provider;

/** How far a refund through the provider is. */
public enum RefundState {
    /** The provider may not know of it yet. May become any other. */
    QUEUED,
    /** The provider works on it. May become DONE or ABNORMAL. */
    ASKED,
    /** The provider cannot pay it back by itself, and a person must see to it there. May become DONE or ASKED. */
    ABNORMAL,
    /** Final: the provider has paid it back. */
    DONE
}
