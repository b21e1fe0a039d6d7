/** The only HTTP business API: it turns REST into Dubbo calls and holds no business rule and no data of its own. */
@NullMarked
package io.microecommerce.gateway;

import org.jspecify.annotations.NullMarked;
