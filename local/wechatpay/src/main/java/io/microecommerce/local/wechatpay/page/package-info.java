/** For people: what is to be paid, and a button that pays it. */
@NullMarked
package io.microecommerce.local.wechatpay.page;

import org.jspecify.annotations.NullMarked;
