package io.microecommerce.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.microecommerce.e2e.shop.Answer;
import io.microecommerce.e2e.shop.Json;
import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.e2e.shop.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An account: its names, its password, a forgotten password, and who works here. */
class AccountIT {

    private static final String ME = "/api/v1/customer/me";
    private static final String NEW_PASSWORD = "another-password";
    private static final Pattern TOKEN = Pattern.compile("token=([A-Za-z0-9_.-]+)");
    private static final Duration MAILED_WITHIN = Duration.ofSeconds(30);

    private final Shop shop = Shop.open();
    private final Visitor customer = shop.newCustomer(0);

    @Test
    void anEmailIsRegisteredOnceWhateverItsCase() {
        String email = customer.email();

        Answer again = shop.anonymous().post("/api/v1/customer", registration(email.toUpperCase(Locale.ROOT)));

        requireRefused(again, 409, "EMAIL_TAKEN");
    }

    @Test
    void namesAreChanged() {
        Answer before = customer.get(ME).expect(200);

        Answer changed = customer.put(ME, Json.text("first_name", "Ada", "last_name", "Lovelace"))
                .expect(200);

        assertThat(changed.text("/first_name")).isEqualTo("Ada");
        Answer after = customer.get(ME).expect(200);
        assertThat(after.text("/last_name")).isEqualTo("Lovelace");
        assertThat(after.text("/email")).isEqualTo(before.text("/email"));
        assertThat(after.text("/referrer_code")).isEqualTo(before.text("/referrer_code"));
        assertThat(Instant.parse(after.text("/updated_at"))).isAfter(Instant.parse(before.text("/updated_at")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"first_name\":\"\",\"last_name\":\"Doe\"}                      | INVALID_FIELD",
                "{\"first_name\":\"Jo\"}                                          | INVALID_FIELD",
                "{\"first_name\":\"Jo\",\"last_name\":\"Doe\",\"email\":\"x@y.z\"} | UNKNOWN_FIELD",
                "{\"first_name\":\"Jo\",\"last_name\":\"Doe\",\"staff\":true}      | UNKNOWN_FIELD"
            })
    void aProfileTakesNamesOnly(String body, String code) {
        requireRefused(customer.put(ME, body), 400, code);

        assertThat(customer.get(ME).text("/first_name")).isEqualTo("Test");
    }

    @Test
    void aNewPasswordNeedsTheOldOneAndEndsAllSessions() {
        String email = customer.email();
        Visitor elsewhere = shop.logIn(email);

        requireRefused(changePassword("wrong-password", NEW_PASSWORD), 422, "PASSWORD_WRONG");
        requireRefused(changePassword(Visitor.PASSWORD, "short"), 400, "INVALID_FIELD");
        elsewhere.get(ME).expect(200);
        changePassword(Visitor.PASSWORD, NEW_PASSWORD).expect(204);

        requireRefused(customer.get(ME), 401, "UNAUTHENTICATED");
        requireRefused(elsewhere.get(ME), 401, "UNAUTHENTICATED");
        requireRefused(shop.anonymous().logsIn(email, Visitor.PASSWORD), 401, "LOGIN_FAILED");
        shop.anonymous().logsIn(email, NEW_PASSWORD).expect(200);
    }

    @Test
    void aForgottenPasswordIsSetByTheLinkOfOneMail() {
        String email = customer.email();
        String unknown = "nobody-" + Visitor.newKey() + "@example.com";

        requestReset(unknown);
        requestReset(email);
        String token = mailedToken(email);

        assertThat(shop.post().mailsTo(unknown)).isEmpty();
        requireRefused(confirmReset("no-such-token", NEW_PASSWORD), 422, "RESET_TOKEN_INVALID");
        requireRefused(confirmReset(token, "short"), 400, "INVALID_FIELD");
        confirmReset(token, NEW_PASSWORD).expect(204);
        requireRefused(confirmReset(token, "third-password"), 422, "RESET_TOKEN_INVALID");
        await("the old session is dead")
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> requireRefused(customer.get(ME), 401, "UNAUTHENTICATED"));
        requireRefused(shop.anonymous().logsIn(email, Visitor.PASSWORD), 401, "LOGIN_FAILED");
        shop.anonymous().logsIn(email, NEW_PASSWORD).expect(200);
    }

    @Test
    void staffMakeACustomerOneOfThemAndTakeItBack() {
        Visitor staff = shop.logIn(Shop.STAFF);
        Answer found =
                staff.get("/api/v1/staff/customer?email=" + customer.email()).expect(200);
        assertThat(found.text("/id")).isEqualTo(customer.id());
        assertThat(found.body().at("/staff").asBoolean()).isFalse();

        Visitor appointed = staff.appoints(customer);
        appointed.get("/api/v1/staff/order").expect(200);
        String sku = appointed.offers(1_000, 10);
        appointed.get("/api/v1/staff/product/" + sku).expect(200);

        staff.put(role(customer), "{\"staff\":false}").expect(200);
        staff.put(role(customer), "{\"staff\":false}").expect(200);
        await("the role is gone").atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        appointed.get("/api/v1/staff/order").status())
                .isIn(401, 403));
        Visitor again = shop.logIn(found.text("/email"));
        requireRefused(again.get("/api/v1/staff/order"), 403, "FORBIDDEN");
        requireRefused(again.delete("/api/v1/product/" + sku), 403, "FORBIDDEN");
    }

    @Test
    void oneMemberOfTheStaffStays() {
        Visitor staff = shop.logIn(Shop.STAFF);

        requireRefused(staff.put(role(staff), "{\"staff\":false}"), 403, "FORBIDDEN");
        requireRefused(staff.get("/api/v1/staff/customer?email=nobody@example.com"), 404, "CUSTOMER_NOT_FOUND");
        requireRefused(
                staff.put("/api/v1/staff/customer/no-such-customer/role", "{\"staff\":true}"),
                404,
                "CUSTOMER_NOT_FOUND");

        staff.get("/api/v1/staff/order").expect(200);
    }

    private static String registration(String email) {
        return Json.text("email", email, "password", Visitor.PASSWORD, "first_name", "Test", "last_name", "Customer");
    }

    private Answer changePassword(String current, String password) {
        return customer.put(ME + "/password", Json.text("current_password", current, "password", password));
    }

    private void requestReset(String email) {
        shop.anonymous()
                .post("/api/v1/password_reset", Json.text("email", email))
                .expect(202);
    }

    private Answer confirmReset(String token, String password) {
        return shop.anonymous().post("/api/v1/password_reset/confirm", Json.text("token", token, "password", password));
    }

    private String mailedToken(String email) {
        await("the mail")
                .atMost(MAILED_WITHIN)
                .until(() -> !shop.post().mailsTo(email).isEmpty());
        List<String> mails = shop.post().mailsTo(email);
        assertThat(mails).hasSize(1);
        Matcher token = TOKEN.matcher(mails.get(0));
        assertThat(token.find()).as(mails.get(0)).isTrue();
        return token.group(1);
    }

    private static String role(Visitor customer) {
        return "/api/v1/staff/customer/" + customer.id() + "/role";
    }

    private static void requireRefused(Answer answer, int status, String code) {
        answer.expect(status);
        assertThat(answer.code()).isEqualTo(code);
    }
}
