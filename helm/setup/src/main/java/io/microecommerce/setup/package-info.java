/**
 * What a cluster has done once before the services start, and again at each upgrade: {@code migrate DATABASE} and
 * {@code nacos FOLDER}; and what {@code helm test} asks of it afterwards: {@code health GATEWAY} or {@code purchase GATEWAY}. The services migrate as well when they start; done before, no service serves while another one still alters its
 * tables, and a migration that fails stops the upgrade instead of the shop.
 */
@NullMarked
package io.microecommerce.setup;

import org.jspecify.annotations.NullMarked;
