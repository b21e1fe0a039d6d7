/** The health of the platform, for people and probes. */
@NullMarked
package io.microecommerce.gateway.health.web;

import org.jspecify.annotations.NullMarked;
