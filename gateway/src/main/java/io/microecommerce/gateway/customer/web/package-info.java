/** REST of customers: registration, login, and what is theirs. */
@NullMarked
package io.microecommerce.gateway.customer.web;

import org.jspecify.annotations.NullMarked;
