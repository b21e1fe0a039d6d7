/** The merchant's API v3. */
@NullMarked
package io.microecommerce.local.wechatpay.api;

import org.jspecify.annotations.NullMarked;
