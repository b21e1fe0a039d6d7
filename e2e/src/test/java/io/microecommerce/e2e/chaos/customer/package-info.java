/** The customers of a campaign, and the history of what they asked for and were told. */
package io.microecommerce.e2e.chaos.customer;
