/** The invariants at REST. */
@NullMarked
package io.microecommerce.gateway.invariant.web;

import org.jspecify.annotations.NullMarked;
