/**
 * What each kind of component needs before, at and after its start: programs, configuration, databases, accounts.
 */
@NullMarked
package io.microecommerce.local.launcher.server;

import org.jspecify.annotations.NullMarked;
