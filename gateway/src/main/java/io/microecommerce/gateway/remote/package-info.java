/** The facades of the services, with the time-out and the retries of each. */
@NullMarked
package io.microecommerce.gateway.remote;

import org.jspecify.annotations.NullMarked;
