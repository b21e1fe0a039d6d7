/** Measures the running platform. The parts below know nothing of each other save through {@code cli}, which puts them together; only {@code cli} prints. */
@NullMarked
package io.microecommerce.bench;

import org.jspecify.annotations.NullMarked;
