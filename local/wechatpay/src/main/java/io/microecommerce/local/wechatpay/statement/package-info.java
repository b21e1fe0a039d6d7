/** The statements of a day. */
@NullMarked
package io.microecommerce.local.wechatpay.statement;

import org.jspecify.annotations.NullMarked;
