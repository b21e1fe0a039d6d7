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
    /** The refresh token is unknown, expired, used up, or of a session that ended: log in again. */
    SESSION_ENDED(Kind.UNAUTHENTICATED),
    /** A callback that the payment provider has not signed, or not just now. */
    CALLBACK_FORGED(Kind.UNAUTHENTICATED),
    /** The caller is known and may not do this. */
    FORBIDDEN(Kind.FORBIDDEN),

    ROUTE_NOT_FOUND(Kind.NOT_FOUND),
    METHOD_NOT_ALLOWED(Kind.METHOD_NOT_ALLOWED),
    UNSUPPORTED_MEDIA_TYPE(Kind.UNSUPPORTED_MEDIA_TYPE),
    PRODUCT_NOT_FOUND(Kind.NOT_FOUND),
    SKU_NOT_FOUND(Kind.NOT_FOUND),
    CART_ITEM_NOT_FOUND(Kind.NOT_FOUND),
    CUSTOMER_NOT_FOUND(Kind.NOT_FOUND),
    CATEGORY_NOT_FOUND(Kind.NOT_FOUND),
    /** No such address in the customer's address book. */
    ADDRESS_NOT_FOUND(Kind.NOT_FOUND),
    NOTIFICATION_NOT_FOUND(Kind.NOT_FOUND),
    /** No such order, or somebody else's: the two are not told apart. */
    ORDER_NOT_FOUND(Kind.NOT_FOUND),
    /** No such payment, or somebody else's: the two are not told apart. */
    PAYMENT_NOT_FOUND(Kind.NOT_FOUND),
    /** Nobody has asked for a refund of the payment. */
    REFUND_NOT_FOUND(Kind.NOT_FOUND),
    /** No such top-up, or somebody else's: the two are not told apart. */
    TOP_UP_NOT_FOUND(Kind.NOT_FOUND),
    DEAD_LETTER_NOT_FOUND(Kind.NOT_FOUND),
    /** No participant, no payment and no case of the auditor knows such a global transaction. */
    TRANSACTION_NOT_FOUND(Kind.NOT_FOUND),
    /** No statement of that day was asked for. */
    STATEMENT_NOT_FOUND(Kind.NOT_FOUND),
    STATEMENT_DIFFERENCE_NOT_FOUND(Kind.NOT_FOUND),

    EMAIL_TAKEN(Kind.CONFLICT),
    /** Somebody changed it since you read it: read it again, and change that. */
    VERSION_CONFLICT(Kind.CONFLICT),
    PRODUCT_EXISTS(Kind.CONFLICT),
    /** A SKU has this id, perhaps of another product. */
    SKU_EXISTS(Kind.CONFLICT),
    CATEGORY_EXISTS(Kind.CONFLICT),
    /** Categories or products stand in it. */
    CATEGORY_NOT_EMPTY(Kind.CONFLICT),
    /** The customer has named a referrer before. */
    REFERRER_ALREADY_SET(Kind.CONFLICT),
    /** An order of the customer is neither completed nor cancelled. */
    CUSTOMER_HAS_OPEN_ORDERS(Kind.CONFLICT),
    /** There is money in the wallet. */
    WALLET_NOT_EMPTY(Kind.CONFLICT),
    /** The same {@code Idempotency-Key} came with another body. */
    IDEMPOTENCY_KEY_REUSED(Kind.CONFLICT),
    /** Another key's payment of this order is under way or done. */
    ORDER_HAS_PAYMENT(Kind.CONFLICT),
    ORDER_ALREADY_PAID(Kind.CONFLICT),
    ORDER_CANCELLED(Kind.CONFLICT),
    /** A payment of the order is under way, so it cannot be cancelled now. */
    ORDER_IN_PAYMENT(Kind.CONFLICT),
    /** Only a paid order can be shipped, or refunded. */
    ORDER_NOT_PAID(Kind.CONFLICT),
    /** Only a shipped order can be completed. */
    ORDER_NOT_SHIPPED(Kind.CONFLICT),
    ORDER_ALREADY_SHIPPED(Kind.CONFLICT),
    /** A refund of the order is under way: wait for its outcome. */
    ORDER_IN_REFUND(Kind.CONFLICT),
    /** The order's payment was given back. */
    ORDER_REFUNDED(Kind.CONFLICT),
    /** More goods would come back than the order had bought, or has not returned yet. */
    MORE_THAN_BOUGHT(Kind.CONFLICT),
    /** The order has no address to be shipped to. */
    ORDER_WITHOUT_ADDRESS(Kind.CONFLICT),
    /** The dead letter was settled in the other way: a redriven one is not discarded, a discarded one not redriven. */
    DEAD_LETTER_RESOLVED(Kind.CONFLICT),
    /** A branch of the global transaction is not in the state that the caller saw: look again. */
    TRANSACTION_CHANGED(Kind.CONFLICT),
    /** The coordinator still works on the global transaction, and nobody else may end it. */
    TRANSACTION_AT_WORK(Kind.CONFLICT),
    /** Somebody else has resolved the difference, or a later look has explained it: read it again. */
    STATEMENT_DIFFERENCE_RESOLVED(Kind.CONFLICT),

    /** The referrer code is nobody's. */
    REFERRER_UNKNOWN(Kind.REFUSED),
    /** A customer cannot refer themselves, nor somebody who referred them, directly or through others. */
    REFERRAL_CIRCULAR(Kind.REFUSED),
    /** A category cannot stand below itself. */
    CATEGORY_CIRCULAR(Kind.REFUSED),
    /** The current password is another one. */
    PASSWORD_WRONG(Kind.REFUSED),
    /** The token is unknown, too old or used: ask for a new e-mail. */
    RESET_TOKEN_INVALID(Kind.REFUSED),
    /** The address book holds as many addresses as it may. */
    TOO_MANY_ADDRESSES(Kind.REFUSED),
    CART_EMPTY(Kind.REFUSED),
    /** The cart holds as many lines as it may. */
    CART_FULL(Kind.REFUSED),
    /** The SKU exists and is not for sale. */
    SKU_NOT_FOR_SALE(Kind.REFUSED),
    /** The customer would have more pieces of the SKU than one customer may. */
    SKU_LIMIT_REACHED(Kind.REFUSED),
    INSUFFICIENT_STOCK(Kind.REFUSED),
    INSUFFICIENT_BALANCE(Kind.REFUSED),
    PAYMENT_WINDOW_CLOSED(Kind.REFUSED),
    /** The order is not the one that the payment was opened for (amount, customer). */
    ORDER_CHANGED(Kind.REFUSED),
    PAYMENT_METHOD_UNAVAILABLE(Kind.REFUSED),
    /** The payment method does not take such an amount at once: pay in another way, or order less. */
    PAYMENT_METHOD_LIMIT(Kind.REFUSED),
    /** It was not confirmed at the provider in time, or its order was cancelled; nothing was taken. */
    PAYMENT_CLOSED(Kind.REFUSED),
    /** The provider took another amount, or another currency, than it was asked for; it goes back. */
    CAPTURE_MISMATCH(Kind.REFUSED),
    /** The orphan rules do not let this global transaction come to that end; the detail says which end is left. */
    RESOLUTION_FORBIDDEN(Kind.REFUSED),

    /** More requests than one client or one customer may send; wait as long as {@code Retry-After} says. */
    RATE_LIMITED(Kind.TOO_MANY),
    /** Too many logins with a wrong password; the account rests for as long as the detail says. */
    TOO_MANY_LOGIN_ATTEMPTS(Kind.TOO_MANY),

    /** A server that is needed does not answer. The request may be sent again, with the same key. */
    SERVICE_UNAVAILABLE(Kind.UNAVAILABLE),
    /** No mail server is configured. */
    MAIL_UNAVAILABLE(Kind.UNAVAILABLE),
    /** The payment did not happen, for a technical reason; no money is held. The same key tries again. */
    PAYMENT_NOT_COMPLETED(Kind.UNAVAILABLE),
    /** The refund did not happen, for a technical reason; nothing has changed. The same key tries again. */
    REFUND_NOT_COMPLETED(Kind.UNAVAILABLE),
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
        TOO_MANY,
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
        return kind == Kind.UNAVAILABLE || kind == Kind.INTERNAL || kind == Kind.TOO_MANY;
    }
}
