/** What must hold in the databases at any moment, checked past every service. */
@NullMarked
package io.microecommerce.local.launcher.books;

import org.jspecify.annotations.NullMarked;
