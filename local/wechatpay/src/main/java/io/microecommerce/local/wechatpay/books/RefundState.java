package io.microecommerce.local.wechatpay.books;

/** How far a refund is, in WeChat's words. */
public enum RefundState {
    /** On its way. Becomes any other. */
    PROCESSING,
    /** Final: the person has the money. */
    SUCCESS,
    /** The person's account did not take it; it may still be sent elsewhere. Becomes SUCCESS. */
    ABNORMAL,
    /** Final: called off. */
    CLOSED
}
