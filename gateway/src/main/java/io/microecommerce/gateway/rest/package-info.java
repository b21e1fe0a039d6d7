/** What all of the REST API has in common: its routes and who may take them, and the shapes that several of them share. */
@NullMarked
package io.microecommerce.gateway.rest;

import org.jspecify.annotations.NullMarked;
