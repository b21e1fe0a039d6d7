/** For tests: pays, lies and fails in place of WeChat Pay, through the control API of the simulator. */
@NullMarked
package io.microecommerce.local.launcher.wechatpay;

import org.jspecify.annotations.NullMarked;
