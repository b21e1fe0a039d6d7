/** For tests: makes the simulator pay, lie, forge and fail, and shows its books. */
@NullMarked
package io.microecommerce.local.wechatpay.control;

import org.jspecify.annotations.NullMarked;
