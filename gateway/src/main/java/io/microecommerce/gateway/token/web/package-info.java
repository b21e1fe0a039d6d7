/** REST of the keys that verify login tokens. */
@NullMarked
package io.microecommerce.gateway.token.web;

import org.jspecify.annotations.NullMarked;
