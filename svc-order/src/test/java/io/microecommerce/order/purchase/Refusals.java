package io.microecommerce.order.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;

/** What a caller is told who is refused. */
public final class Refusals {

    private Refusals() {}

    public static void assertRefused(ErrorCode code, Runnable call) {
        assertThat(codeOf(catchThrowable(call::run))).isEqualTo(code);
    }

    public static ErrorCode codeOf(Throwable thrown) {
        assertThat(thrown).isInstanceOf(Refusal.class);
        return ((Refusal) thrown).code();
    }
}
