/**
 * Runs the Seata transaction coordinator (TC) as a process of its own: settings from the environment, its schema kept by
 * Flyway, and no client without the shared token. The coordinator itself is Seata's, unchanged.
 */
@NullMarked
package io.microecommerce.seata;

import org.jspecify.annotations.NullMarked;
