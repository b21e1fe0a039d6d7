package io.microecommerce.order.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static final Cursor CURSOR = new Cursor(Instant.parse("2026-03-01T10:00:00.123456Z"), "order-1");

    @Test
    void comesBackAsItWent() {
        assertThat(Cursor.decode(CURSOR.encode())).isEqualTo(CURSOR);
        assertThat(CURSOR.encode()).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "1",
                "1.",
                "x.order-1",
                "-1.order-1",
                "9223372036854775807.order-1",
                "1.or'der",
                "1.a\u0000b"
            })
    void refusesWhatNoPageGave(String plain) {
        assertRefused(Base64.getUrlEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "a", "müll"})
    void refusesWhatIsNotEncoded(String encoded) {
        assertRefused(encoded);
    }

    @Test
    void isThatOfThePagesLastItemWhenTheListGoesOn() {
        assertThat(Page.of(List.of(1, 2, 3), 2, item -> CURSOR)).isEqualTo(new Page<>(List.of(1, 2), CURSOR.encode()));
        assertThat(Page.of(List.of(1, 2), 2, item -> CURSOR)).isEqualTo(new Page<>(List.of(1, 2), null));
        assertThat(Page.of(List.<Integer>of(), 2, item -> CURSOR)).isEqualTo(new Page<>(List.of(), null));
    }

    private static void assertRefused(String encoded) {
        assertThatThrownBy(() -> Cursor.decode(encoded))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_FIELD));
    }
}
