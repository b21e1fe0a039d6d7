package io.microecommerce.e2e;

import static io.microecommerce.e2e.shop.DeadLetters.CREDIT;
import static io.microecommerce.e2e.shop.DeadLetters.ROUTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.e2e.shop.Answer;
import io.microecommerce.e2e.shop.DeadLetters;
import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.e2e.shop.Visitor;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The staff and what a consumer gave up. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeadLetterIT {

    private final Shop shop = Shop.open();
    private final Visitor staff = shop.logIn(Shop.STAFF);
    private DeadLetters letters;

    @BeforeAll
    void connect() throws Exception {
        letters = DeadLetters.in(shop, staff, "dead-letter-it");
    }

    @AfterAll
    void disconnect() {
        letters.close();
    }

    @Test
    void aBrokenEffectIsRedrivenOnceItIsMended() throws Exception {
        Visitor customer = shop.newCustomer(100_000);
        String orderId;
        String id;
        try (DeadLetters.Broken broken = letters.breakCreditOf(customer)) {
            orderId = customer.orders("tee-red-m", 1);
            String paymentId =
                    customer.pays(orderId, Visitor.newKey()).expect(201).text("/id");
            letters.giveUp(CREDIT, paymentId, DeadLetters.event(paymentId, orderId, customer.id()));
            id = letters.awaitLetter(CREDIT, paymentId);

            Answer letter = staff.get(ROUTE + "/" + id).expect(200);
            assertThat(letter.text("/state")).isEqualTo("OPEN");
            assertThat(letter.text("/service")).isEqualTo("svc-customer");
            assertThat(letter.text("/evidence/applied")).isEqualTo("NO");
            assertThat(letter.text("/body")).contains(orderId);
            Answer failed = redrive(id, "Let us see.");
            assertThat(failed.text("/outcome")).isEqualTo("FAILED");
            assertThat(failed.text("/dead_letter/state")).isEqualTo("OPEN");
            assertThat(failed.text("/dead_letter/last_error")).contains(broken.constraint());
        }

        // The broker has a copy of its own that it delivers again; whichever comes first applies the effect.
        assertThat(redrive(id, "Mended.").text("/outcome")).isIn("APPLIED", "WAS_APPLIED");
        Answer again = redrive(id, "Once more.");

        assertThat(again.text("/outcome")).isEqualTo("WAS_REDRIVEN");
        assertThat(again.text("/dead_letter/evidence/applied")).isEqualTo("YES");
        assertThat(again.body().at("/dead_letter/actions").size()).isEqualTo(2);
        assertThat(again.text("/dead_letter/actions/1/reason")).isEqualTo("Mended.");
        assertThat(again.text("/dead_letter/resolved_by")).isEqualTo(staff.id());
        assertThat(customer.get("/api/v1/customer/me/credit")
                        .expect(200)
                        .body()
                        .at("/items")
                        .size())
                .isEqualTo(1);
        shop.settles("a redriven credit", orderId);
    }

    @Test
    void manyThatCannotBeReadStayOpenUntilTheyAreDiscardedForAReason() throws Exception {
        String one = "poison-" + Visitor.newKey();
        String two = "poison-" + Visitor.newKey();
        String group = "svc-order-staff-notification";
        letters.giveUp(group, one, "no event");
        letters.giveUp(group, two, "no event");
        String first = letters.awaitLetter(group, one);
        String second = letters.awaitLetter(group, two);

        Answer many = staff.post(ROUTE + "/redrive", "{\"ids\":[\"%s\",\"%s\"]}".formatted(first, second))
                .expect(200);

        assertThat(many.text("/items/0/outcome")).isEqualTo("FAILED");
        assertThat(many.text("/items/1/outcome")).isEqualTo("FAILED");
        staff.post(ROUTE + "/" + first + "/discard", "{}").expect(400);
        for (String id : List.of(first, second)) {
            Answer discarded = staff.post(ROUTE + "/" + id + "/discard", "{\"reason\":\"A test sent it.\"}")
                    .expect(200);
            assertThat(discarded.text("/state")).isEqualTo("DISCARDED");
            assertThat(discarded.text("/actions/0/outcome")).isEqualTo("FAILED");
            assertThat(discarded.text("/actions/1/action")).isEqualTo("DISCARD");
            assertThat(staff.post(ROUTE + "/" + id + "/redrive", "{}")
                            .expect(409)
                            .code())
                    .isEqualTo("DEAD_LETTER_RESOLVED");
        }
        shop.newCustomer(0).get(ROUTE).expect(403);
    }

    private Answer redrive(String id, String reason) {
        return staff.post(ROUTE + "/" + id + "/redrive", "{\"reason\":\"" + reason + "\"}")
                .expect(200);
    }
}
