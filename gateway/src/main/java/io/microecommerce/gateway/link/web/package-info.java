/** The links over REST. */
@NullMarked
package io.microecommerce.gateway.link.web;

import org.jspecify.annotations.NullMarked;
