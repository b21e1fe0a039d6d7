/** HTTP, as all parts of the simulator speak it. */
@NullMarked
package io.microecommerce.local.wechatpay.http;

import org.jspecify.annotations.NullMarked;
