package io.microecommerce.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.gateway.Http.Answer;
import io.microecommerce.gateway.StorefrontTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every answer has the id of its trace, also where no traces are sent anywhere. */
class TraceIdTest extends StorefrontTest {

    private static final String TRACE = "0123456789abcdef0123456789abcdef";

    @Test
    void anAnswerHasOneOfItsOwn() {
        String first = traceIdOf(http.get("/api/v1/product"));

        assertThat(first).matches("[0-9a-f]{32}");
        assertThat(traceIdOf(http.get("/api/v1/product"))).isNotEqualTo(first);
    }

    @Test
    void soHasARefusal() {
        assertThat(traceIdOf(http.get("/api/v1/customer/me"))).matches("[0-9a-f]{32}");
        assertThat(traceIdOf(http.get("/api/v1/no-such-route"))).matches("[0-9a-f]{32}");
    }

    @Test
    void aClientsTraceIsContinued() {
        Answer answer = http.get("/api/v1/product", "traceparent", "00-" + TRACE + "-0123456789abcdef-00");

        assertThat(traceIdOf(answer)).isEqualTo(TRACE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800000000",
                "00-00000000000000000000000000000000-0123456789abcdef-01",
                "00-0123456789ABCDEF0123456789ABCDEF-0123456789abcdef-01",
            })
    void whatIsNoTraceIsNot(String traceparent) {
        assertThat(traceIdOf(http.get("/api/v1/product", "traceparent", traceparent)))
                .matches("[0-9a-f]{32}")
                .isNotEqualToIgnoringCase(TRACE)
                .isNotEqualTo("0".repeat(32));
    }

    private static String traceIdOf(Answer answer) {
        return answer.header("Trace-Id");
    }
}
