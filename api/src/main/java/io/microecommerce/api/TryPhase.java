package io.microecommerce.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method of a facade that is a Try: it registers a branch of the caller's global transaction, so the transport must
 * never repeat it. Who calls one with retries does not start.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface TryPhase {

    /**
     * How long a caller waits for a Try. It is agreed here because both sides depend on it: the provider's SQL statements end
     * before, and the caller's global transaction ends after.
     */
    int CALL_MILLIS = 3_000;
}
