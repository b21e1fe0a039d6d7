/** What is done with every request before its controller: its id, its size, its fields and keys. */
@NullMarked
package io.microecommerce.gateway.request;

import org.jspecify.annotations.NullMarked;
