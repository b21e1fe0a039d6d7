/** Whether the servers behind a service answer. */
@NullMarked
package io.microecommerce.service.health;

import org.jspecify.annotations.NullMarked;
