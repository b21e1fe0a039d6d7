/** REST of logins. */
@NullMarked
package io.microecommerce.gateway.session.web;

import org.jspecify.annotations.NullMarked;
