/** What a caller is told when the answer is no: a stable code and a sentence. */
@NullMarked
package io.microecommerce.api.error;

import org.jspecify.annotations.NullMarked;
