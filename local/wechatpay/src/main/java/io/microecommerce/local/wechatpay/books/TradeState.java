package io.microecommerce.local.wechatpay.books;

/** How far a trade is, in WeChat's words. */
public enum TradeState {
    /** May be paid until it expires. Becomes SUCCESS or CLOSED. */
    NOTPAY,
    /** Paid. Becomes REFUND. */
    SUCCESS,
    /** Paid, and some of it was asked back. Final. */
    REFUND,
    /** Nobody can pay it any more. Final, save that a test may force a late payment. */
    CLOSED;

    /** Whether money was taken. */
    public boolean captured() {
        return this == SUCCESS || this == REFUND;
    }
}
