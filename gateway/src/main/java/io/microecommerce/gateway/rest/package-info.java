/** What all of the REST API has in common: the shape of a list, and the routes that need no login. */
@NullMarked
package io.microecommerce.gateway.rest;

import org.jspecify.annotations.NullMarked;
