/** Where operators look further, outside this API. */
@NullMarked
package io.microecommerce.gateway.link;

import org.jspecify.annotations.NullMarked;
