/** What is sent to the merchant's notify_url, again and again until it is taken. */
@NullMarked
package io.microecommerce.local.wechatpay.callback;

import org.jspecify.annotations.NullMarked;
