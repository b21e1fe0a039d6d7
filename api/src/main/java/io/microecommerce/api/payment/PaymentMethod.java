package io.microecommerce.api.payment;

/** How a customer pays. */
public enum PaymentMethod {
    /** From the customer's wallet. */
    BALANCE,
    /** By WeChat Pay: the customer scans a code and confirms there. */
    WECHAT
}
