/** The command line, the order of a run, and its report. */
@NullMarked
package io.microecommerce.bench.cli;

import org.jspecify.annotations.NullMarked;
