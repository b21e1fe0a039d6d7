/** The clock that is injected wherever time is read. */
@NullMarked
package io.microecommerce.service.time;

import org.jspecify.annotations.NullMarked;
