/** The platform over HTTP: the storefront as a customer sees it, and what svc-payment measures of itself. */
@NullMarked
package io.microecommerce.bench.rest;

import org.jspecify.annotations.NullMarked;
