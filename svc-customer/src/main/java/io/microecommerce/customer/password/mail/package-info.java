/** The link to a new password, by SMTP. */
@NullMarked
package io.microecommerce.customer.password.mail;

import org.jspecify.annotations.NullMarked;
