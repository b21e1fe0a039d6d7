package io.microecommerce.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.gateway.FakeInvariants;
import io.microecommerce.gateway.Http.Answer;
import io.microecommerce.gateway.StorefrontTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.skyscreamer.jsonassert.JSONAssert;
import org.skyscreamer.jsonassert.JSONCompareMode;
import org.springframework.beans.factory.annotation.Autowired;

/** What each service has checked of its own database, in one list. */
class InvariantTest extends StorefrontTest {

    private static final String INVARIANTS = "/api/v1/staff/invariant";

    @Autowired
    private FakeInvariants invariants;

    @BeforeEach
    void everybodyAnswers() {
        invariants.silent.clear();
    }

    @Test
    void tellsWhatHoldsWhatDoesNotAndWhatIsNotKnown() throws Exception {
        Answer answer = http.get(INVARIANTS, asStaff());

        JSONAssert.assertEquals(
                """
                {"missing": [], "items": [
                  {"service": "svc-customer", "rule": "money", "text": "Money adds up.", "violations": 2,
                   "checked_at": "2026-01-02T03:04:05Z", "error": null},
                  {"service": "svc-order", "rule": "history", "text": "Orders end.", "violations": null,
                   "checked_at": null, "error": null},
                  {"service": "svc-payment", "rule": "money", "text": "Money adds up.", "violations": 2,
                   "checked_at": "2026-01-02T03:04:05Z", "error": null},
                  {"service": "svc-product", "rule": "stock", "text": "Stock adds up.", "violations": 0,
                   "checked_at": "2026-01-02T03:04:05Z", "error": "It took too long."}]}""",
                answer.body(),
                JSONCompareMode.STRICT);
    }

    @Test
    void saysWhoDidNotAnswerAndTellsTheRest() {
        invariants.silent.addAll(List.of("svc-payment", "svc-order"));

        Answer answer = http.get(INVARIANTS, asStaff());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("missing"))
                .extracting(name -> name.asString())
                .containsExactly("svc-order", "svc-payment");
        assertThat(answer.json().get("items"))
                .extracting(item -> item.get("service").asString())
                .containsExactly("svc-customer", "svc-product");
        assertThat(answer.body()).doesNotContain("secret");
    }

    @Test
    void isForStaff() {
        assertThat(http.get(INVARIANTS, asCustomer()).status()).isEqualTo(403);
        assertThat(http.get(INVARIANTS).status()).isEqualTo(401);
    }
}
