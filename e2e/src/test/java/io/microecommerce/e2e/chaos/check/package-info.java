/** The rules that must hold, checked over what the databases say and what the customers were told. */
package io.microecommerce.e2e.chaos.check;
