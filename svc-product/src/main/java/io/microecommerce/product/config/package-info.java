/** What is wired or prepared when the service starts, one class a concern. */
@NullMarked
package io.microecommerce.product.config;

import org.jspecify.annotations.NullMarked;
