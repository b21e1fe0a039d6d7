/**
 * What local/topology.yaml says, read into values and checked. Nothing here starts anything.
 */
@NullMarked
package io.microecommerce.local.launcher.topology;

import org.jspecify.annotations.NullMarked;
