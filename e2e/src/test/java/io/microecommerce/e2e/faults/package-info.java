/**
 * Faults inside the services: named crash points, mutations and a clock that can be shifted. These classes stand on the class path
 * of the services in e2e and in {@code ./shop chaos} only; they are steered through files in one folder, and no artifact ships them.
 */
package io.microecommerce.e2e.faults;
