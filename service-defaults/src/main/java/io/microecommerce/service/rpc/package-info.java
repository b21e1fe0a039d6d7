/** Errors at both ends of a Dubbo call: whatever goes wrong arrives as a Refusal with a stable code. */
@NullMarked
package io.microecommerce.service.rpc;

import org.jspecify.annotations.NullMarked;
