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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A session goes on as long as its customer wants, ends when they say so, and cannot be stolen or guessed for long. */
class SessionIT {

    private static final String ME = "/api/v1/customer/me";

    private final Shop shop = Shop.open();
    private final Visitor customer = shop.newCustomer(0);
    private final String email = customer.email();

    @Test
    void aRefreshTokenProlongsTheSessionUnderNewTokens() {
        Answer login = logIn();

        Answer refreshed = refresh(login.text("/refresh_token")).expect(200);

        assertThat(refreshed.text("/refresh_token")).isNotBlank().isNotEqualTo(login.text("/refresh_token"));
        Instant expires = Instant.parse(refreshed.text("/expires_at"));
        assertThat(expires).isAfter(Instant.now());
        assertThat(Instant.parse(refreshed.text("/refresh_expires_at"))).isAfter(expires);
        assertThat(holderOf(refreshed).get(ME).expect(200).text("/id")).isEqualTo(customer.id());
        Answer further = refresh(refreshed.text("/refresh_token")).expect(200);
        holderOf(further).get(ME).expect(200);
    }

    @Test
    void aRefreshTokenThatComesTwiceEndsTheSessionForEverybody() {
        Answer login = logIn();
        Answer refreshed = refresh(login.text("/refresh_token")).expect(200);

        requireEnded(refresh(login.text("/refresh_token")));

        requireEnded(refresh(refreshed.text("/refresh_token")));
        await("its tokens are dead").atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            holderOf(refreshed).get(ME).expect(401);
            holderOf(login).get(ME).expect(401);
        });
        customer.get(ME).expect(200);
    }

    @Test
    void ofSeveralWhoRefreshAtOnceAtMostOneGoesOn() {
        String token = logIn().text("/refresh_token");

        List<Answer> answers = Visitor.atOnce(5, i -> refresh(token));

        assertThat(answers).extracting(Answer::status).containsOnly(200, 401);
        List<Answer> succeeded =
                answers.stream().filter(answer -> answer.status() == 200).toList();
        assertThat(succeeded).hasSize(1);
        requireEnded(refresh(succeeded.get(0).text("/refresh_token")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rubbish", "a.b", "' OR 1=1"})
    void whatIsNoRefreshTokenOpensNothing(String token) {
        requireEnded(refresh(token));
    }

    @Test
    void aLoginTokenProlongsNothing() {
        assertThat(refresh(customer.token()).status()).isIn(400, 401);
        customer.get(ME).expect(200);
    }

    @Test
    void aLogoutEndsOneSessionAtOnce() {
        Answer login = logIn();
        Visitor leaving = holderOf(login);
        leaving.get(ME).expect(200);

        leaving.delete("/api/v1/session").expect(204);

        assertThat(leaving.get(ME).expect(401).code()).isEqualTo("UNAUTHENTICATED");
        leaving.get("/api/v1/cart_item").expect(401);
        leaving.post("/api/v1/cart_item", "{\"sku_id\":\"tee-red-m\",\"quantity\":1}")
                .expect(401);
        requireEnded(refresh(login.text("/refresh_token")));
        customer.get(ME).expect(200);
    }

    @Test
    void aDeadTokenKeepsNobodyFromBrowsingAndLoggingIn() {
        Visitor left = holderOf(logIn());
        left.delete("/api/v1/session").expect(204);

        left.get("/api/v1/product").expect(200);
        left.logsIn(email, Visitor.PASSWORD).expect(200);
    }

    @Test
    void afterFiveWrongPasswordsTheAccountRestsForTheRightOneToo() {
        for (int i = 0; i < 5; i++) {
            Answer wrong = shop.anonymous().logsIn(email, "wrong-password");
            assertThat(wrong.expect(401).code()).isEqualTo("LOGIN_FAILED");
        }

        Answer right = shop.anonymous().logsIn(email, Visitor.PASSWORD);

        assertThat(right.expect(429).code()).isEqualTo("TOO_MANY_LOGIN_ATTEMPTS");
        assertThat(right.text("/detail")).containsPattern("\\d");
        customer.get(ME).expect(200);
        shop.newCustomer(0).get(ME).expect(200);
    }

    @Test
    void guessesAtOnceAreCountedOneByOne() {
        List<Answer> answers = Visitor.atOnce(20, i -> shop.anonymous().logsIn(email, "wrong-password"));

        assertThat(answers).extracting(Answer::status).containsOnly(401, 429);
        assertThat(answers).filteredOn(answer -> answer.status() == 401).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void anUnknownEmailRestsAsAKnownOneDoes() {
        String unknown = "nobody-" + Visitor.newKey() + "@example.com";
        for (int i = 0; i < 5; i++) {
            shop.anonymous().logsIn(unknown, "wrong-password").expect(401);
        }

        assertThat(shop.anonymous()
                        .logsIn(unknown, "wrong-password")
                        .expect(429)
                        .code())
                .isEqualTo("TOO_MANY_LOGIN_ATTEMPTS");
    }

    private Answer logIn() {
        return shop.anonymous().logsIn(email, Visitor.PASSWORD).expect(200);
    }

    private Answer refresh(String token) {
        return shop.anonymous().post("/api/v1/session/refresh", Json.text("refresh_token", token));
    }

    private Visitor holderOf(Answer session) {
        return shop.anonymous().withToken(session.text("/token"));
    }

    private static void requireEnded(Answer answer) {
        answer.expect(401);
        assertThat(answer.code()).isEqualTo("SESSION_ENDED");
    }
}
