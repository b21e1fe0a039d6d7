/** A WeChat Pay of our own for the local stack: the merchant's API v3, the page where a person pays, and a way to make it misbehave. */
@NullMarked
package io.microecommerce.local.wechatpay;

import org.jspecify.annotations.NullMarked;
