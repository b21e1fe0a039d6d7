/**
 * Runs the Nacos server and its console in one process, bound to loopback. The published artifacts have no main class for
 * that; {@code NacosServer} does what the distribution's bootstrap does.
 */
@NullMarked
package io.microecommerce.local.nacos;

import org.jspecify.annotations.NullMarked;
