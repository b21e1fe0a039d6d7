/** The trace that follows one request through services, messages and both phases of its global transaction. */
@NullMarked
package io.microecommerce.service.trace;

import org.jspecify.annotations.NullMarked;
