/** Every error as RFC 9457 problem+json with a stable code, wherever it arises. */
@NullMarked
package io.microecommerce.gateway.problem;

import org.jspecify.annotations.NullMarked;
