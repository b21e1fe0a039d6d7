/** What breaks things, by a plan that a seed repeats, and always heals them. */
package io.microecommerce.e2e.chaos.nemesis;
