/** What keeps a TCC participant honest: the fence on its own data source, and the refusal of a Try that runs outside it. */
@NullMarked
package io.microecommerce.service.tcc;

import org.jspecify.annotations.NullMarked;
