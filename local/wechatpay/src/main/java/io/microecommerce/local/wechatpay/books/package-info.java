/** What WeChat Pay remembers: trades, refunds, and what it has to tell the merchant. */
@NullMarked
package io.microecommerce.local.wechatpay.books;

import org.jspecify.annotations.NullMarked;
