/** The end of a service that is told to stop: what it began is finished, or left so that somebody else finishes it. */
@NullMarked
package io.microecommerce.service.stop;

import org.jspecify.annotations.NullMarked;
