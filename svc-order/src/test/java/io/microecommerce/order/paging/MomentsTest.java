package io.microecommerce.order.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentsTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T10:00:00.123456Z, 2026-03-01T10:00:00.123456Z",
        "2026-03-01T10:00:00.123456001Z, 2026-03-01T10:00:00.123457Z",
        "2026-03-01T10:00:00.999999999Z, 2026-03-01T10:00:01Z",
        "1969-12-31T23:59:59.999Z, 1970-01-01T00:00:00Z",
        "-1000000000-01-01T00:00:00Z, 1970-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z, 9999-12-31T23:59:59Z",
        "+1000000000-12-31T23:59:59.999999999Z, 9999-12-31T23:59:59Z"
    })
    void areWholeMicrosecondsThatTheDatabaseCanHold(Instant asked, Instant storable) {
        assertThat(Moments.storable(asked)).isEqualTo(storable);
    }
}
