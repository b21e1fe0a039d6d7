/**
 * Processes of the operating system: start, recognise, signal, measure; ports, and log files.
 */
@NullMarked
package io.microecommerce.local.launcher.process;

import org.jspecify.annotations.NullMarked;
