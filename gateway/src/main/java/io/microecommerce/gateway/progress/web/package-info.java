/** The progress of a payment over REST. */
@NullMarked
package io.microecommerce.gateway.progress.web;

import org.jspecify.annotations.NullMarked;
