package io.microecommerce.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VerdictTest {

    @Test
    void aCreatedPaymentIsPaid() {
        assertThat(Verdict.of(201, "")).isEqualTo(Verdict.PAID);
    }

    @Test
    void aRefusalAndAnAbsentServiceTookNothing() {
        assertThat(Verdict.of(422, "INSUFFICIENT_BALANCE")).isEqualTo(Verdict.NOT_PAID);
        assertThat(Verdict.of(409, "ORDER_ALREADY_PAID")).isEqualTo(Verdict.NOT_PAID);
        assertThat(Verdict.of(503, "SERVICE_UNAVAILABLE")).isEqualTo(Verdict.NOT_PAID);
        assertThat(Verdict.of(503, "PAYMENT_NOT_COMPLETED")).isEqualTo(Verdict.NOT_PAID);
    }

    @Test
    void everythingElseIsUnknown() {
        assertThat(Verdict.of(202, "")).isEqualTo(Verdict.UNKNOWN);
        assertThat(Verdict.of(503, "OUTCOME_UNKNOWN")).isEqualTo(Verdict.UNKNOWN);
        assertThat(Verdict.of(503, "")).isEqualTo(Verdict.UNKNOWN);
        assertThat(Verdict.of(500, "INTERNAL_ERROR")).isEqualTo(Verdict.UNKNOWN);
    }
}
