/**
 * A topology at a place: its folders, its ports, its generated secrets, and what its placeholders stand for.
 */
@NullMarked
package io.microecommerce.local.launcher.installation;

import org.jspecify.annotations.NullMarked;
