/** What must hold in each service's database, and how to find where it does not. */
@NullMarked
package io.microecommerce.books;

import org.jspecify.annotations.NullMarked;
