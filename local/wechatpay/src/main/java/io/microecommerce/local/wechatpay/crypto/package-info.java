/** Signatures and encryption of API v3. */
@NullMarked
package io.microecommerce.local.wechatpay.crypto;

import org.jspecify.annotations.NullMarked;
