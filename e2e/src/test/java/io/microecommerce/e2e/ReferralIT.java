package io.microecommerce.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.microecommerce.e2e.shop.Answer;
import io.microecommerce.e2e.shop.Json;
import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.e2e.shop.Visitor;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever recommended the shop is named once, earns by the orders that follow, and is never in a circle. */
class ReferralIT {

    private static final String ME = "/api/v1/customer/me";

    private final Shop shop = Shop.open();

    @Test
    void aClaimedReferrerEarnsByTheOrdersThatFollow() {
        String sku = shop.logIn(Shop.STAFF).offers(10_000, 20);
        Visitor referrer = shop.newCustomer(0);
        Visitor customer = shop.newCustomer(20_000);
        String before = customer.orders(sku, 1);
        customer.pays(before, Visitor.newKey()).expect(201);
        shop.settles("an order before there is a referrer", before);

        Answer claimed = claim(customer, codeOf(referrer)).expect(200);
        assertThat(claimed.text("/id")).isEqualTo(customer.id());
        String after = customer.orders(sku, 1);
        customer.pays(after, Visitor.newKey()).expect(201);

        await("the commission").atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        referrer.get(ME + "/commission")
                                .expect(200)
                                .body()
                                .at("/items")
                                .findValuesAsString("order_id"))
                .containsExactly(after));
        shop.settles("an order with a claimed referrer", after);
    }

    @Test
    void aReferrerIsNamedOnce() {
        Visitor customer = shop.newCustomer(0);
        String first = codeOf(shop.newCustomer(0));
        String second = codeOf(shop.newCustomer(0));

        claim(customer, first).expect(200);

        requireRefused(claim(customer, second), 409, "REFERRER_ALREADY_SET");
        requireRefused(claim(customer, first), 409, "REFERRER_ALREADY_SET");
    }

    @Test
    void nobodyRefersThemselvesDirectlyOrThroughOthers() {
        Visitor first = shop.newCustomer(0);
        Visitor second = shop.newCustomer(0);
        Visitor third = shop.newCustomer(0);
        claim(second, codeOf(first)).expect(200);
        claim(third, codeOf(second)).expect(200);

        for (Visitor circular : List.of(first, second, third)) {
            requireRefused(claim(first, codeOf(circular)), 422, "REFERRAL_CIRCULAR");
        }

        claim(first, codeOf(shop.newCustomer(0))).expect(200);
    }

    @Test
    void twoWhoNameEachOtherAtOnceFormNoCircle() {
        List<Visitor> pair = List.of(shop.newCustomer(0), shop.newCustomer(0));
        List<String> codes = pair.stream().map(ReferralIT::codeOf).toList();

        List<Answer> answers = Visitor.atOnce(2, i -> claim(pair.get(i), codes.get(1 - i)));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 422);
    }

    @Test
    void aCodeThatIsNobodysIsRefused() {
        requireRefused(claim(shop.newCustomer(0), "ZZZZ2222"), 422, "REFERRER_UNKNOWN");
        requireRefused(register("ZZZZ2222"), 422, "REFERRER_UNKNOWN");
        requireRefused(register("a-code-that-is-far-too-long"), 400, "INVALID_FIELD");
    }

    @Test
    void aReferrerNamedAtRegistrationStays() {
        String code = codeOf(shop.newCustomer(0));
        String email = "referred-" + Visitor.newKey() + "@example.com";
        register(code, email).expect(201);

        requireRefused(claim(shop.logIn(email), codeOf(shop.newCustomer(0))), 409, "REFERRER_ALREADY_SET");
    }

    private Answer register(String referrerCode) {
        return register(referrerCode, "referred-" + Visitor.newKey() + "@example.com");
    }

    private Answer register(String referrerCode, String email) {
        return shop.anonymous()
                .post(
                        "/api/v1/customer",
                        Json.text(
                                "email",
                                email,
                                "password",
                                Visitor.PASSWORD,
                                "first_name",
                                "Test",
                                "last_name",
                                "Customer",
                                "referrer_code",
                                referrerCode));
    }

    private static Answer claim(Visitor customer, String code) {
        return customer.put(ME + "/referrer", Json.text("referrer_code", code));
    }

    private static String codeOf(Visitor customer) {
        return customer.get(ME).expect(200).text("/referrer_code");
    }

    private static void requireRefused(Answer answer, int status, String code) {
        answer.expect(status);
        assertThat(answer.code()).isEqualTo(code);
    }
}
