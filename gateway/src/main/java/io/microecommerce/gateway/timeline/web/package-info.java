/** The timeline over REST. */
@NullMarked
package io.microecommerce.gateway.timeline.web;

import org.jspecify.annotations.NullMarked;
