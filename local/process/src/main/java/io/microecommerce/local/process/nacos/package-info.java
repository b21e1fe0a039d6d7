/** Makes a Nacos that asks for log-ins usable, on one machine or in a cluster. */
@NullMarked
package io.microecommerce.local.process.nacos;

import org.jspecify.annotations.NullMarked;
