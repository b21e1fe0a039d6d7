package io.microecommerce.api.error;

/**
 * The stable codes that clients branch on. A code is never renamed or reused; its {@link Kind} fixes the HTTP status at the
 * gateway and whether a retry can help.
 */
public enum ErrorCode {
    /** The body is not JSON, or not of the documented shape. */
    MALFORMED_REQUEST(Kind.INVALID),
    /** A field's value is out of its documented range; the detail names the field. */
    INVALID_FIELD(Kind.INVALID),
    /** The body holds a field that the route does not know; the detail names it. */
    UNKNOWN_FIELD(Kind.INVALID),
    /** The body is larger than the route takes; the detail says how large it may be. */
    REQUEST_TOO_LARGE(Kind.TOO_LARGE),
    /** An amount leaves the range that can be computed exactly. */
    AMOUNT_TOO_LARGE(Kind.INVALID),
    /** The route needs an {@code Idempotency-Key} header of 1 to 64 letters, digits, {@code -} or {@code _}. */
    IDEMPOTENCY_KEY_REQUIRED(Kind.INVALID),

    /** No token, or one that is expired, forged or not ours: log in again. */
    UNAUTHENTICATED(Kind.UNAUTHENTICATED),
    /** E-mail and password do not belong together. */
    LOGIN_FAILED(Kind.UNAUTHENTICATED),
    /** The caller is known and may not do this. */
    FORBIDDEN(Kind.FORBIDDEN),

    ROUTE_NOT_FOUND(Kind.NOT_FOUND),
    METHOD_NOT_ALLOWED(Kind.METHOD_NOT_ALLOWED),
    UNSUPPORTED_MEDIA_TYPE(Kind.UNSUPPORTED_MEDIA_TYPE),
    PRODUCT_NOT_FOUND(Kind.NOT_FOUND),
    SKU_NOT_FOUND(Kind.NOT_FOUND),
    CART_ITEM_NOT_FOUND(Kind.NOT_FOUND),
    CUSTOMER_NOT_FOUND(Kind.NOT_FOUND),
    /** No such order, or somebody else's: the two are not told apart. */
    ORDER_NOT_FOUND(Kind.NOT_FOUND),
    /** No such payment, or somebody else's: the two are not told apart. */
    PAYMENT_NOT_FOUND(Kind.NOT_FOUND),

    EMAIL_TAKEN(Kind.CONFLICT),
    /** The same {@code Idempotency-Key} came with another body. */
    IDEMPOTENCY_KEY_REUSED(Kind.CONFLICT),
    /** Another key's payment of this order is under way or done. */
    ORDER_HAS_PAYMENT(Kind.CONFLICT),
    ORDER_ALREADY_PAID(Kind.CONFLICT),
    ORDER_CANCELLED(Kind.CONFLICT),
    /** A payment of the order is under way, so it cannot be cancelled now. */
    ORDER_IN_PAYMENT(Kind.CONFLICT),

    /** The referrer code is nobody's. */
    REFERRER_UNKNOWN(Kind.REFUSED),
    CART_EMPTY(Kind.REFUSED),
    /** The cart holds as many lines as it may. */
    CART_FULL(Kind.REFUSED),
    /** The SKU exists and is not for sale. */
    SKU_NOT_FOR_SALE(Kind.REFUSED),
    INSUFFICIENT_STOCK(Kind.REFUSED),
    INSUFFICIENT_BALANCE(Kind.REFUSED),
    PAYMENT_WINDOW_CLOSED(Kind.REFUSED),
    /** The order is not the one that the payment was opened for (amount, customer). */
    ORDER_CHANGED(Kind.REFUSED),
    PAYMENT_METHOD_UNAVAILABLE(Kind.REFUSED),

    /** A server that is needed does not answer. The request may be sent again, with the same key. */
    SERVICE_UNAVAILABLE(Kind.UNAVAILABLE),
    /** The payment did not happen, for a technical reason; no money is held. The same key tries again. */
    PAYMENT_NOT_COMPLETED(Kind.UNAVAILABLE),
    /** An earlier attempt still holds the order; the same key tries again once it has let go. */
    ORDER_HELD_BY_EARLIER_ATTEMPT(Kind.UNAVAILABLE),
    /** The call was sent and its answer did not come: it may have happened. Ask again with the same key. */
    OUTCOME_UNKNOWN(Kind.UNAVAILABLE),

    /** A defect of ours; the log has it under the request id. */
    INTERNAL_ERROR(Kind.INTERNAL);

    /** What a code means for the caller; the gateway turns it into an HTTP status. */
    public enum Kind {
        INVALID,
        UNAUTHENTICATED,
        FORBIDDEN,
        NOT_FOUND,
        METHOD_NOT_ALLOWED,
        UNSUPPORTED_MEDIA_TYPE,
        TOO_LARGE,
        CONFLICT,
        REFUSED,
        UNAVAILABLE,
        INTERNAL
    }

    private final Kind kind;

    ErrorCode(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** Whether the same request may succeed later without any change: true for technical reasons only. */
    public boolean retryable() {
        return kind == Kind.UNAVAILABLE || kind == Kind.INTERNAL;
    }
}
