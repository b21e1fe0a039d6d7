/** The id that follows one request through services and messages. */
@NullMarked
package io.microecommerce.service.trace;

import org.jspecify.annotations.NullMarked;
