/** {@code ./shop chaos}. */
package io.microecommerce.e2e.chaos.cli;
