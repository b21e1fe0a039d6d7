/** The staff's routes to dead letters. */
@NullMarked
package io.microecommerce.gateway.deadletter.web;

import org.jspecify.annotations.NullMarked;
