/** Answers that go on for as long as somebody listens. */
@NullMarked
package io.microecommerce.gateway.stream;

import org.jspecify.annotations.NullMarked;
