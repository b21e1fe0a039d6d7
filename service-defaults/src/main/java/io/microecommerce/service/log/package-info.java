/** How a service writes its log. */
@NullMarked
package io.microecommerce.service.log;

import org.jspecify.annotations.NullMarked;
