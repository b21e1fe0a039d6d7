/** What a service makes sure of before it works: a configuration that breaks the promise of this shop is refused at start. */
@NullMarked
package io.microecommerce.service.start;

import org.jspecify.annotations.NullMarked;
