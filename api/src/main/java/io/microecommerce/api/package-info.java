/**
 * The contracts between the services, a package a noun. Only the JDK and annotations stand here, so that a contract can
 * be read, and kept compatible, without any framework in mind: a record gains fields at its end and loses none.
 */
@NullMarked
package io.microecommerce.api;

import org.jspecify.annotations.NullMarked;
