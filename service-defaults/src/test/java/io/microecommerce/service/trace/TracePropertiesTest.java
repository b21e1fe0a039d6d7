package io.microecommerce.service.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracePropertiesTest {

    @Test
    void withoutAnEndpointTracesAreOff() {
        assertThat(new TraceProperties("", 1).off()).isTrue();
        assertThat(new TraceProperties("http://zipkin:9411/api/v2/spans", 0.25).off())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zipkin:9411", "grpc://zipkin:9411", "http://", "/api/v2/spans", "not an address"})
    void anEndpointIsAnAddressOfTheWeb(String endpoint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TraceProperties(endpoint, 1))
                .withMessageContaining("TRACES_ENDPOINT");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, 100, Double.NaN})
    void aShareIsZeroToOne(double sampled) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TraceProperties("", sampled))
                .withMessageContaining("must be 0 to 1");
    }
}
