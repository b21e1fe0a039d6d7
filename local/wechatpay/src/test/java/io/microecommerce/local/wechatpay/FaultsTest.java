package io.microecommerce.local.wechatpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.wechat.pay.java.core.exception.ServiceException;
import com.wechat.pay.java.core.exception.ValidationException;
import com.wechat.pay.java.service.payments.model.Transaction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class FaultsTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    static Path folder;

    private static Shop shop;

    @BeforeAll
    static void open() throws Exception {
        shop = Shop.open(folder);
    }

    @AfterAll
    static void close() throws Exception {
        shop.close();
    }

    @AfterEach
    void heal() {
        shop.control("DELETE", "/faults", "");
        shop.receiverAnswers(204);
    }

    @Test
    void repeatsACallbackUntilItIsTaken() {
        shop.receiverAnswers(500);
        shop.confirm(shop.prepay("payment-1", 100));
        await().atMost(SOON).until(() -> event("payment-1").at("/attempts").asInt() >= 2);
        assertThat(event("payment-1").at("/state").asString()).isEqualTo("PENDING");

        shop.receiverAnswers(200);

        await().atMost(SOON)
                .until(() -> event("payment-1").at("/state").asString().equals("TAKEN"));
        String id = event("payment-1").at("/id").asString();
        assertThat(received(id)).hasSizeGreaterThan(2);
    }

    @Test
    void losesACallbackForGood() {
        shop.control("PUT", "/faults", "{\"callbacks\": {\"drop\": 1}}");
        shop.confirm(shop.prepay("payment-2", 100));

        await().atMost(SOON)
                .until(() -> event("payment-2").at("/state").asString().equals("LOST"));
        assertThat(received(event("payment-2").at("/id").asString())).isEmpty();
    }

    @Test
    void forgesWhatTheSdkRefusesAndLiesWhatItBelieves() {
        shop.prepay("payment-3", 100);

        Shop.Received forged = sent("{\"subject\": \"payment-3\", \"forgery\": {\"signature\": true}}");
        Shop.Received unknownKey = sent("{\"subject\": \"payment-3\", \"forgery\": {\"serial\": \"PUB_KEY_ID_X\"}}");
        Shop.Received lie = sent("{\"subject\": \"payment-3\", \"says\": {\"amount\": {\"total\": 1}}}");

        assertThatThrownBy(() -> shop.parsed(forged, Transaction.class)).isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> shop.parsed(unknownKey, Transaction.class)).isInstanceOf(ValidationException.class);
        Transaction believed = shop.parsed(lie, Transaction.class);
        assertThat(believed.getAmount().getTotal()).isEqualTo(1);
        assertThat(believed.getAmount().getCurrency()).isEqualTo("CNY");
        assertThat(books("payment-3").at("/trades/0/captured").asLong()).isZero();
    }

    @Test
    void failsACallThatHadItsEffect() {
        shop.control(
                "PUT",
                "/faults",
                "{\"calls\": [{\"method\": \"POST\", \"path\": \"/v3/pay\", \"times\": 1, \"status\": 500, \"after\": true}]}");

        assertThatThrownBy(() -> shop.prepay("payment-4", 100)).isInstanceOf(ServiceException.class);

        assertThat(books("payment-4").at("/trades")).hasSize(1);
        assertThat(shop.prepay("payment-4", 100))
                .isEqualTo(books("payment-4").at("/trades/0/code_url").asString());
    }

    private static Shop.Received sent(String claim) {
        String id = shop.control("POST", "/callback", claim).at("/event_id").asString();
        return received(id).get(0);
    }

    private static List<Shop.Received> received(String id) {
        return shop.received().stream()
                .filter(callback -> callback.id().equals(id))
                .toList();
    }

    private static JsonNode books(String number) {
        return shop.control("GET", "/books?out_trade_no=" + number, "");
    }

    private static JsonNode event(String number) {
        return books(number).at("/events/0");
    }
}
