/** Runs Zipkin, where the traces of the local stack can be looked at. Elsewhere they go wherever an operator keeps them. */
@NullMarked
package io.microecommerce.local.zipkin;

import org.jspecify.annotations.NullMarked;
