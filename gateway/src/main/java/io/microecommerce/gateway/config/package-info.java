/** How the gateway is wired, a class a concern. */
@NullMarked
package io.microecommerce.gateway.config;

import org.jspecify.annotations.NullMarked;
