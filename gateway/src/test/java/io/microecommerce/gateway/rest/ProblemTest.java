package io.microecommerce.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.payment.PaymentView.Status;
import io.microecommerce.gateway.FakeServices;
import io.microecommerce.gateway.Http.Answer;
import io.microecommerce.gateway.StorefrontTest;
import org.apache.dubbo.rpc.RpcException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the services refuse, and what goes wrong on the way to them. */
class ProblemTest extends StorefrontTest {

    private static final String PAY = "{\"order_id\": \"order-1\", \"method\": \"balance\"}";

    private Answer pay() {
        return http.send("POST", "/api/v1/payment", PAY, asCustomer("Idempotency-Key", "k1"));
    }

    @Test
    void hasTheFieldsOfTheContract() {
        services.failure = new Refusal(ErrorCode.INSUFFICIENT_STOCK, "Only 1 left.");
        Answer answer = http.get("/api/v1/sku/tee-red-m?x=1", "X-Request-Id", "mine-1");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .isEqualTo("{\"type\":\"/problems/insufficient-stock\",\"title\":\"Insufficient stock\",\"status\":422,"
                        + "\"detail\":\"Only 1 left.\",\"instance\":\"/api/v1/sku/tee-red-m\","
                        + "\"code\":\"INSUFFICIENT_STOCK\",\"request_id\":\"mine-1\"}");
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void answersEachCodeWithTheStatusOfItsKind(ErrorCode code) {
        services.failure = new Refusal(code, "Detail.");
        Answer answer = http.send("POST", "/api/v1/cart_item", "{\"sku_id\": \"a\", \"quantity\": 1}", asCustomer());
        int expected =
                switch (code.kind()) {
                    case INVALID -> 400;
                    case UNAUTHENTICATED -> 401;
                    case FORBIDDEN -> 403;
                    case NOT_FOUND -> 404;
                    case METHOD_NOT_ALLOWED -> 405;
                    case UNSUPPORTED_MEDIA_TYPE -> 415;
                    case TOO_LARGE -> 413;
                    case CONFLICT -> 409;
                    case REFUSED -> 422;
                    case TOO_MANY -> 429;
                    case UNAVAILABLE -> 503;
                    case INTERNAL -> 500;
                };
        assertThat(answer.status()).isEqualTo(expected);
        assertThat(answer.code()).isEqualTo(code.name());
        assertThat(answer.header("WWW-Authenticate") != null).isEqualTo(expected == 401);
        assertThat(answer.header("Retry-After") != null).isEqualTo(expected == 503 || expected == 429);
        Answer type = http.get(answer.json().get("type").asString());
        assertThat(type.status()).isEqualTo(200);
        assertThat(type.json().get("code").asString()).isEqualTo(code.name());
        assertThat(type.json().get("status").asInt()).isEqualTo(expected);
        assertThat(type.json().get("title")).isEqualTo(answer.json().get("title"));
        assertThat(type.json().get("meaning").asString()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "SKU_NOT_FOUND", "Sku-Not-Found", "sku_not_found"})
    void knowsNoOtherProblems(String name) {
        Answer answer = http.get("/problems/" + name);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("ROUTE_NOT_FOUND");
    }

    @Test
    void repeatsInTheHeaderHowLongAnAccountRests() {
        services.failure = new Refusal(ErrorCode.TOO_MANY_LOGIN_ATTEMPTS, "Too many attempts; wait 240 seconds.");
        Answer answer = http.send("POST", "/api/v1/session", "{\"email\": \"a@b\", \"password\": \"demo-password\"}");
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isEqualTo("240");
    }

    @Test
    void takesASaneRequestIdAndReplacesAnyOther() {
        assertThat(http.get("/api/v1/category", "X-Request-Id", "a-1_B.2").header("X-Request-Id"))
                .isEqualTo("a-1_B.2");
        for (String bad : new String[] {"a b", "{}", "x".repeat(65), "<script>"}) {
            assertThat(http.get("/api/v1/category", "X-Request-Id", bad).header("X-Request-Id"))
                    .matches("[0-9a-f-]{36}");
        }
        assertThat(http.get("/nothing").json().get("request_id").asString()).matches("[0-9a-f-]{36}");
    }

    @Test
    void answersAPaymentUnderWayWith202() {
        services.payment = FakeServices.payment(Status.PROCESSING, null, null);
        Answer answer = pay();
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Location")).isEqualTo("/api/v1/payment/pay-1");
        assertThat(answer.json().get("status").asString()).isEqualTo("PROCESSING");
        assertThat(answer.json().get("id").asString()).isEqualTo("pay-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"INSUFFICIENT_BALANCE", "ORDER_ALREADY_PAID", "A_CODE_OF_TOMORROW"})
    void answersARefusedPaymentWith422AndItsCode(String code) {
        services.payment = FakeServices.payment(Status.REFUSED, code, "The wallet is short.");
        Answer answer = pay();
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().get("detail").asString()).isEqualTo("The wallet is short.");
        assertThat(answer.json().get("payment_id").asString()).isEqualTo("pay-1");
    }

    @Test
    void answersAFailedPaymentWith503AndTheAdviceToRetryTheSameKey() {
        services.payment = FakeServices.payment(Status.FAILED, null, null);
        Answer answer = pay();
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("PAYMENT_NOT_COMPLETED");
        assertThat(answer.json().get("detail").asString()).contains("retry the same key");
        assertThat(answer.json().get("payment_id").asString()).isEqualTo("pay-1");
        assertThat(answer.header("Retry-After")).isNotNull();
    }

    @Test
    void saysThatItDoesNotKnowWhenTheAnswerDoesNotCome() {
        services.failure = new RpcException(RpcException.TIMEOUT_EXCEPTION, "Waiting server-side response timeout");
        Answer answer = pay();
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("OUTCOME_UNKNOWN");
        assertThat(answer.json().get("detail").asString()).contains("same key").doesNotContain("server-side");
    }

    @Test
    void callsAReadWithoutAnAnswerAServiceThatIsAway() {
        services.failure = new RpcException(RpcException.TIMEOUT_EXCEPTION, "timeout");
        Answer answer = http.get("/api/v1/order/order-1", asCustomer());
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("SERVICE_UNAVAILABLE");
    }

    @Test
    void saysThatItDoesNotKnowWhenTheConnectionBreaks() {
        services.failure = new RpcException("StatusRpcException: CANCELLED");
        assertThat(pay().code()).isEqualTo("OUTCOME_UNKNOWN");
        assertThat(http.get("/api/v1/category").code()).isEqualTo("SERVICE_UNAVAILABLE");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                RpcException.FORBIDDEN_EXCEPTION,
                RpcException.NO_INVOKER_AVAILABLE_AFTER_FILTER,
                RpcException.NETWORK_EXCEPTION
            })
    void answers503WhenAServiceCannotBeReached(int code) {
        services.failure = new RpcException(code, "No provider available from registry 10.0.0.1:8848");
        for (Answer answer : new Answer[] {pay(), http.get("/api/v1/category")}) {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("SERVICE_UNAVAILABLE");
            assertThat(answer.body()).doesNotContain("10.0.0.1", "provider");
        }
    }

    @Test
    void keepsItsInternalsToItself() {
        services.failure = new IllegalStateException("secret: jdbc:postgresql://10.0.0.1");
        Answer answer = http.get("/api/v1/category");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.code()).isEqualTo("INTERNAL_ERROR");
        assertThat(answer.body()).doesNotContain("secret", "10.0.0.1", "IllegalState", "trace");
    }
}
