/** REST of customers: registration, their account and addresses, and what is theirs. */
@NullMarked
package io.microecommerce.gateway.customer.web;

import org.jspecify.annotations.NullMarked;
