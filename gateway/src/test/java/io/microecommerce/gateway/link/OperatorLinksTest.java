package io.microecommerce.gateway.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorLinksTest {

    @Test
    void mayBeAbsent() {
        OperatorLinks links = OperatorLinks.of("", "");

        assertThat(links.seataConsole()).isEmpty();
        assertThat(links.trace()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "127.0.0.1:7091", "/seata", "http://", "not an address"})
    void areAddressesOfPages(String address) {
        assertThatIllegalStateException()
                .isThrownBy(() -> OperatorLinks.of(address, ""))
                .withMessageContaining("shop.gateway.links.seata-console must be an address");
    }

    @Test
    void sayWhereTheIdOfATraceGoes() {
        String page = "https://traces.example/trace/{trace_id}?view=all";

        assertThat(OperatorLinks.of("", page).trace()).contains(page);
        assertThatIllegalStateException()
                .isThrownBy(() -> OperatorLinks.of("", "https://traces.example/"))
                .withMessageContaining("must hold {trace_id}");
    }
}
