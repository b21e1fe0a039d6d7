/** The dead letters of all services, as one list for the staff. */
@NullMarked
package io.microecommerce.gateway.deadletter;

import org.jspecify.annotations.NullMarked;
