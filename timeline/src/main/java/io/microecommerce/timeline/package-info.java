/** The story of an order: how each database tells its part, in which words, and how the parts become one account. */
@NullMarked
package io.microecommerce.timeline;

import org.jspecify.annotations.NullMarked;
