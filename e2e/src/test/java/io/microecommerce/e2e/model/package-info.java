/** The pay protocol as a Promela model, searched completely by spin; no platform is started for it. */
package io.microecommerce.e2e.model;
