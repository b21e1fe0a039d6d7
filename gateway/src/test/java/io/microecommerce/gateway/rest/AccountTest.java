package io.microecommerce.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.api.customer.ChangePasswordCommand;
import io.microecommerce.api.customer.ChangeProfileCommand;
import io.microecommerce.api.customer.PostalAddress;
import io.microecommerce.api.customer.ResetPasswordCommand;
import io.microecommerce.gateway.FakeAddresses;
import io.microecommerce.gateway.Http.Answer;
import io.microecommerce.gateway.StorefrontTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.skyscreamer.jsonassert.JSONAssert;
import org.skyscreamer.jsonassert.JSONCompareMode;

/** What customers change of their account and address book, and what staff change of customers. */
class AccountTest extends StorefrontTest {

    private static final String CUSTOMER =
            """
            {"id": "alice", "email": "alice@example.com", "first_name": "Alice", "last_name": "A",
             "referrer_code": "ALICE1", "staff": %s, "created_at": "2026-01-02T03:04:05Z",
             "updated_at": "2026-01-02T03:04:05Z"}""";
    private static final String ADDRESS =
            """
            {"id": "a-1", "recipient": "Alice Doe", "phone": "+86 10 1234", "country": "CN", "region": null,
             "city": "Beijing", "street": "Chang-an Avenue 1", "postal_code": "100000", "preferred": %s}""";
    private static final String NEW_ADDRESS =
            """
            {"recipient": "Alice Doe", "phone": "+86 10 1234", "country": "CN", "city": "Beijing",
             "street": "Chang-an Avenue 1", "postal_code": "100000"%s}""";
    private static final String BOOK = "/api/v1/customer/me/address";

    private static void assertJson(Answer answer, int status, String expected) throws Exception {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        JSONAssert.assertEquals(expected, answer.body(), JSONCompareMode.STRICT);
    }

    private void assertProblem(Answer answer, String code, String field) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.code()).as(answer.body()).isEqualTo(code);
        assertThat(answer.json().get("detail").asString()).contains(field);
        assertThat(services.asked).isEmpty();
    }

    @Test
    void changesNames() throws Exception {
        assertJson(
                http.send(
                        "PUT", "/api/v1/customer/me", "{\"first_name\": \"Al\", \"last_name\": \"Ice\"}", asCustomer()),
                200,
                CUSTOMER.formatted("false"));
        assertThat(services.asked).containsExactly(new ChangeProfileCommand("alice", "Al", "Ice"));
    }

    @Test
    void namesTheReferrer() throws Exception {
        assertJson(
                http.send("PUT", "/api/v1/customer/me/referrer", "{\"referrer_code\": \"BOB1\"}", asCustomer()),
                200,
                CUSTOMER.formatted("false"));
        assertThat(services.asked).containsExactly("alice", "BOB1");
    }

    @Test
    void changesThePassword() {
        Answer answer = http.send(
                "PUT",
                "/api/v1/customer/me/password",
                "{\"current_password\": \"demo-password\", \"password\": \"another one\"}",
                asCustomer());
        assertThat(answer.status()).isEqualTo(204);
        assertThat(services.asked).containsExactly(new ChangePasswordCommand("alice", "demo-password", "another one"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                " | {\"first_name\": \"A\"} | INVALID_FIELD | last_name",
                " | {\"first_name\": \"\", \"last_name\": \"B\"} | INVALID_FIELD | first_name",
                " | {\"first_name\": 5, \"last_name\": \"B\"} | INVALID_FIELD | first_name",
                " | {\"first_name\": \"A\", \"last_name\": \"B\", \"email\": \"c@d\"} | UNKNOWN_FIELD | email",
                "/password | {\"password\": \"long enough\"} | INVALID_FIELD | current_password",
                "/password | {\"current_password\": \"x\", \"password\": \"short\"} | INVALID_FIELD | password",
                "/password | {\"current_password\": \"x\"} | INVALID_FIELD | password",
                "/referrer | {} | INVALID_FIELD | referrer_code",
                "/referrer | {\"referrer_code\": \"ABCDEFGHIJKLMNOPQ\"} | INVALID_FIELD | referrer_code",
                "/referrer | {\"referrer\": \"BOB1\"} | UNKNOWN_FIELD | referrer"
            })
    void refusesAChangeThatIsNone(String path, String body, String code, String field) {
        String route = "/api/v1/customer/me" + (path == null ? "" : path);
        assertProblem(http.send("PUT", route, body, asCustomer()), code, field);
    }

    @Test
    void forgetsACustomerWhoWantsIt() {
        assertThat(http.send("DELETE", "/api/v1/customer/me", null, asCustomer())
                        .status())
                .isEqualTo(204);
        assertThat(services.asked).containsExactly("delete", "alice");
    }

    @Test
    void resetsAForgottenPassword() {
        Answer asked = http.send("POST", "/api/v1/password_reset", "{\"email\": \"alice@example.com\"}");
        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.body()).isEmpty();
        Answer confirmed = http.send(
                "POST", "/api/v1/password_reset/confirm", "{\"token\": \"t-1\", \"password\": \"another one\"}");
        assertThat(confirmed.status()).isEqualTo(204);
        assertThat(services.asked).containsExactly("alice@example.com", new ResetPasswordCommand("t-1", "another one"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                " | {} | INVALID_FIELD | email",
                " | {\"email\": 5} | INVALID_FIELD | email",
                " | {\"email\": \"a@b\", \"x\": 1} | UNKNOWN_FIELD | x",
                "/confirm | {\"token\": \"t\"} | INVALID_FIELD | password",
                "/confirm | {\"password\": \"long enough\"} | INVALID_FIELD | token",
                "/confirm | {\"token\": \"\", \"password\": \"long enough\"} | INVALID_FIELD | token",
                "/confirm | {\"token\": \"t\", \"password\": \"short\"} | INVALID_FIELD | password"
            })
    void refusesAResetThatIsNone(String path, String body, String code, String field) {
        String route = "/api/v1/password_reset" + (path == null ? "" : path);
        assertProblem(http.send("POST", route, body), code, field);
    }

    @Test
    void keepsAnAddressBook() throws Exception {
        assertJson(
                http.get(BOOK, asCustomer()), 200, "{\"items\": [" + ADDRESS.formatted("true") + "], \"next\": null}");
        Answer added = http.send("POST", BOOK, NEW_ADDRESS.formatted(", \"preferred\": true"), asCustomer());
        assertJson(added, 201, ADDRESS.formatted("true"));
        assertThat(added.header("Location")).isEqualTo(BOOK + "/a-1");
        assertJson(http.get(BOOK + "/a-1", asCustomer()), 200, ADDRESS.formatted("true"));
        assertJson(
                http.send("PUT", BOOK + "/a-1", NEW_ADDRESS.formatted(""), asCustomer()),
                200,
                ADDRESS.formatted("false"));
        assertThat(http.send("DELETE", BOOK + "/a-1", null, asCustomer()).status())
                .isEqualTo(204);
        PostalAddress home = FakeAddresses.HOME;
        assertThat(services.asked)
                .containsExactly(
                        "alice",
                        "alice",
                        home,
                        true,
                        "alice",
                        "a-1",
                        "alice",
                        "a-1",
                        home,
                        false,
                        "remove address",
                        "alice",
                        "a-1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"phone\": \"call me\" | INVALID_FIELD | phone",
                "\"country\": \"China\" | INVALID_FIELD | country",
                "\"region\": \"\" | INVALID_FIELD | region",
                "\"preferred\": \"yes\" | INVALID_FIELD | preferred",
                "\"street\": [] | INVALID_FIELD | street",
                "\"zip\": \"1\" | UNKNOWN_FIELD | zip"
            })
    void refusesAnAddressThatIsNone(String member, String code, String field) {
        String name = member.substring(0, member.indexOf(':'));
        // In place of the good one of that name, if there is one.
        String body = NEW_ADDRESS
                .formatted("")
                .replaceFirst(name + ": \"[^\"]*\",?", "")
                .replaceFirst("\\{", "{" + member + ",");
        assertProblem(http.send("POST", BOOK, body, asCustomer()), code, field);
        assertProblem(http.send("PUT", BOOK + "/a-1", body, asCustomer()), code, field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"recipient", "phone", "country", "city", "street"})
    void namesWhatAnAddressLacks(String field) {
        String body = NEW_ADDRESS.formatted("").replaceFirst("\"" + field + "\": \"[^\"]*\",", "");
        assertProblem(http.send("POST", BOOK, body, asCustomer()), "INVALID_FIELD", field + " is required");
    }

    @Test
    void letsStaffFindAndAppoint() throws Exception {
        assertJson(
                http.get("/api/v1/staff/customer?email=alice@example.com", asStaff()),
                200,
                CUSTOMER.formatted("false"));
        assertJson(
                http.send("PUT", "/api/v1/staff/customer/alice/role", "{\"staff\": true}", asStaff()),
                200,
                CUSTOMER.formatted("true"));
        assertThat(services.asked).containsExactly("alice@example.com", "alice", true, "staff");
    }

    @Test
    void refusesStaffWhatIsNone() {
        assertProblem(http.get("/api/v1/staff/customer", asStaff()), "INVALID_FIELD", "email");
        assertProblem(http.get("/api/v1/staff/customer?email=", asStaff()), "INVALID_FIELD", "email");
        String role = "/api/v1/staff/customer/alice/role";
        assertProblem(http.send("PUT", role, "{}", asStaff()), "INVALID_FIELD", "staff");
        assertProblem(http.send("PUT", role, "{\"staff\": \"true\"}", asStaff()), "INVALID_FIELD", "staff");
        assertProblem(http.send("PUT", role, "{\"staff\": 1}", asStaff()), "INVALID_FIELD", "staff");
        assertProblem(http.send("PUT", role, "{\"role\": \"staff\"}", asStaff()), "UNKNOWN_FIELD", "role");
    }
}
