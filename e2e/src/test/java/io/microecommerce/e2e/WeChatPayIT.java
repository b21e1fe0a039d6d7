package io.microecommerce.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.microecommerce.e2e.faults.CrashPoint;
import io.microecommerce.e2e.shop.Answer;
import io.microecommerce.e2e.shop.AtWeChatPay;
import io.microecommerce.e2e.shop.Json;
import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.e2e.shop.Visitor;
import io.microecommerce.local.launcher.wechatpay.WeChatPayControl;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Money that WeChat Pay takes buys what it was taken for, once, or goes back: whatever WeChat Pay tells, forgets, repeats or gets
 * wrong, and whatever somebody else tells in its name.
 */
class WeChatPayIT {

    private static final long PRICE = 8_900;
    private static final Duration WITHIN = Duration.ofSeconds(40);

    private final Shop shop = Shop.open();
    private final WeChatPayControl weChat = WeChatPayControl.of(shop.platform());
    private final Visitor staff = shop.logIn(Shop.STAFF);
    private final Visitor customer = shop.newCustomer(0);

    @AfterEach
    void theBooksHold() {
        weChat.heal();
        assertThat(shop.books().unbalanced()).isEmpty();
    }

    @Test
    void aPersonPaysAnOrder() {
        String sku = staff.offers(PRICE, 3);
        AtWeChatPay payment = AtWeChatPay.order(shop, customer, sku);

        payment.confirm();

        payment.becomes("PAID");
        shop.settles("an order paid at WeChat Pay", payment.orderId());
        assertThat(customer.get("/api/v1/order/" + payment.orderId()).text("/status"))
                .isEqualTo("PAID");
        Answer stock = customer.get("/api/v1/sku/" + sku).expect(200);
        assertThat(stock.number("/stock/available")).isEqualTo(2);
        assertThat(stock.number("/stock/sold")).isEqualTo(1);
        assertThat(payment.takenMinor()).isEqualTo(PRICE);
        assertThat(payment.books().at("/events/0/state").asString()).isEqualTo("TAKEN");
        assertThat(customer.get("/api/v1/customer/me/balance").number("/available/minor"))
                .isZero();
    }

    @Test
    void aTopUpIsCreditedOnce() {
        AtWeChatPay topUp = AtWeChatPay.topUp(shop, customer, 12_345);

        topUp.confirm();
        topUp.becomes("CREDITED");
        topUp.isLookedAt();
        assertThat(repeated(topUp)).isEqualTo(204);

        Answer balance = customer.get("/api/v1/customer/me/balance").expect(200);
        assertThat(balance.number("/available/minor")).isEqualTo(12_345);
        assertThat(balance.body().at("/items")).hasSize(1);
    }

    @Test
    void whatWeChatPayHasNotSignedIsTurnedAway() {
        AtWeChatPay payment = waiting();

        for (String forgery : List.of(
                "\"signature\":true",
                "\"serial\":\"PUB_KEY_ID_0\"",
                "\"timestamp_shift_seconds\":-400",
                "\"key\":true")) {
            assertThat(payment.says("{\"subject\":\"%s\",\"forgery\":{%s}}".formatted(payment.id(), forgery)))
                    .as(forgery)
                    .isEqualTo(401);
        }

        assertThat(payment.eventsKept()).isZero();
        assertThat(payment.status()).isEqualTo("AWAITING_PROVIDER");
    }

    @Test
    void anEventThatIsRepeatedTakesEffectOnce() {
        weChat.faults("{\"callbacks\":{\"repeat\":2}}");
        AtWeChatPay payment = waiting();

        payment.confirm();
        payment.becomes("PAID");
        assertThat(repeated(payment)).isEqualTo(204);

        assertThat(payment.eventsKept()).isEqualTo(1);
        assertPaidOnce(payment);
    }

    @Test
    void eventsMayComeInAnyOrder() {
        weChat.faults("{\"callbacks\":{\"reorder\":2}}");
        AtWeChatPay first = waiting();
        AtWeChatPay second = waiting();
        first.isNotLookedAt();
        second.isNotLookedAt();

        first.confirm();
        second.confirm();

        first.becomes("PAID");
        second.becomes("PAID");
        assertPaidOnce(first);
        assertPaidOnce(second);
    }

    /** The notice that the refund is done has come by then; the one about the capture comes once more, as if it were news. */
    @Test
    void whatIsTakenAfterTheCloseGoesBackAndEverybodyHearsOfIt() {
        AtWeChatPay payment = waiting();
        customer.cancels(payment.orderId()).expect(200);
        payment.isLookedAt();
        payment.becomes("CLOSED");
        assertThat(payment.books().at("/trades/0/state").asString()).isEqualTo("CLOSED");

        weChat.pay(payment.id(), "{}");

        payment.goesBack();
        assertThat(repeated(payment)).isEqualTo(204);
        Answer shown = payment.now();
        assertThat(shown.text("/status")).isEqualTo("CLOSED");
        assertThat(shown.text("/refund")).isEqualTo("DONE");
        assertThat(customer.get("/api/v1/order/" + payment.orderId() + "/timeline")
                        .expect(200)
                        .body()
                        .findValuesAsString("kind"))
                .containsSubsequence("CLOSED", "CAPTURED_LATE", "REFUND_QUEUED", "REFUND_DONE");
        assertTheStaffAreTold(payment);
        assertThat(payment.takenMinor()).isZero();
        assertThat(payment.capturesTold()).isEqualTo(1);
        shop.settles("money that came after the close", payment.orderId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"total\":8899}", "{\"total\":8901}", "{\"currency\":\"USD\"}"})
    void somethingElseThanThePriceBuysNothingAndGoesBack(String taken) {
        AtWeChatPay payment = waiting();

        weChat.pay(payment.id(), taken);

        payment.becomes("REFUSED");
        assertThat(payment.now().text("/code")).isEqualTo("CAPTURE_MISMATCH");
        payment.goesBack();
        assertThat(payment.takenMinor()).isZero();
        assertTheStaffAreTold(payment);
        shop.settles("another amount than the price", payment.orderId());
    }

    @Test
    void aSignedLieAboutTheAmountIsNotBelieved() {
        AtWeChatPay payment = waiting();

        assertThat(payment.says("{\"subject\":\"%s\",\"says\":{\"amount\":{\"total\":1}}}".formatted(payment.id())))
                .isEqualTo(204);
        awaitResolved(payment.id());
        assertThat(payment.status()).isEqualTo("AWAITING_PROVIDER");
        payment.confirm();

        payment.becomes("PAID");
        assertPaidOnce(payment);
    }

    @Test
    void whatNobodyAskedForGoesBack() {
        String number = Visitor.newKey().replace("-", "");
        weChat.stray(Json.text("out_trade_no", number, "total", 777, "notify_url", callbackUrl()));

        await("it goes back").atMost(WITHIN).untilAsserted(() -> {
            assertThat(weChat.books(number).at("/trades/0/refunded").asLong()).isEqualTo(777);
            assertThat(weChat.books(number).at("/refunds/0/state").asString()).isEqualTo("SUCCESS");
        });
        assertThat(shop.books().text("shop_payment", "SELECT purpose FROM charge WHERE id = ?", number))
                .isEqualTo("UNKNOWN");
    }

    @Test
    void aNumberThatWeChatPayDoesNotKnowEitherComesToNothing() {
        String number = Visitor.newKey().replace("-", "");

        int status = weChat.callback(Json.text("subject", number, "notify_url", callbackUrl()))
                .path("status")
                .asInt();

        assertThat(status).isEqualTo(204);
        awaitResolved(number);
        assertThat(shop.books().number("shop_payment", "SELECT count(*) FROM charge WHERE id = ?", number))
                .isZero();
    }

    @Test
    void aQueryFindsWhatNoCallbackTells() {
        weChat.faults("{\"callbacks\":{\"drop\":1}}");
        AtWeChatPay payment = waiting();

        payment.confirm();

        payment.becomes("PAID");
        assertThat(payment.eventsKept()).isZero();
        assertPaidOnce(payment);
    }

    @Test
    void aCallbackThatComesLateIsInTime() {
        weChat.faults("{\"callbacks\":{\"delay_millis\":2000}}");
        AtWeChatPay payment = waiting();
        payment.isNotLookedAt();

        payment.confirm();
        assertThat(payment.status()).isEqualTo("AWAITING_PROVIDER");

        payment.becomes("PAID");
        assertThat(payment.eventsKept()).isEqualTo(1);
    }

    @Test
    void callbacksAndQueriesAtTheSameTimeTakeEffectOnce() {
        List<AtWeChatPay> payments = Stream.generate(this::waiting).limit(3).toList();
        weChat.faults("{\"callbacks\":{\"drop\":3}}");
        for (AtWeChatPay payment : payments) {
            payment.isNotLookedAt();
            payment.confirm();

            List<Integer> answers = Visitor.atOnce(6, teller -> {
                if (teller % 2 == 0) {
                    payment.isLookedAt();
                    return 204;
                }
                return payment.says("{\"subject\":\"%s\"}".formatted(payment.id()));
            });

            assertThat(answers).containsOnly(204);
        }
        for (AtWeChatPay payment : payments) {
            payment.becomes("PAID");
            assertPaidOnce(payment);
        }
    }

    /** The customer cancels, or the window ends, while the money comes: the order is paid, or the money is back. */
    @Test
    void ofPayingAndCancellingAtTheSameTimeOneHasHappened() {
        weChat.faults("{\"callbacks\":{\"delay_millis\":300}}");
        List<AtWeChatPay> payments = Stream.generate(this::waiting).limit(8).toList();
        for (int i = 0; i < payments.size(); i++) {
            AtWeChatPay payment = payments.get(i);
            int millis = 150 * i;
            boolean byTime = i % 2 == 0;
            Visitor.atOnce(2, who -> {
                if (who == 0) {
                    payment.confirm();
                } else if (byTime) {
                    shop.books()
                            .change(
                                    "shop_order",
                                    "UPDATE orders SET pay_by = now() + ? * interval '1 ms' WHERE id = ?",
                                    millis,
                                    payment.orderId());
                } else {
                    customer.cancels(payment.orderId());
                }
                return who;
            });
            payment.isLookedAt();
        }

        List<String> ends = new ArrayList<>();
        for (AtWeChatPay payment : payments) {
            await("an end").atMost(WITHIN).until(payment::status, Set.of("PAID", "CLOSED", "REFUSED")::contains);
            boolean paid = payment.status().equals("PAID");
            await("the money").atMost(WITHIN).until(payment::takenMinor, taken -> taken == (paid ? PRICE : 0));
            if (!paid) {
                await("the refund").atMost(WITHIN).until(payment::refundState, Set.of("", "DONE")::contains);
            }
            shop.settles("paid and cancelled at the same time", payment.orderId());
            ends.add(payment.status());
        }
        assertThat(ends).contains("REFUSED");
    }

    /** Nobody comes again for it: no key is repeated. The campaign dies at the other steps. */
    @Test
    void capturedMoneyBuysThoughSvcPaymentDiesOnTheWay() {
        AtWeChatPay payment = waiting();
        shop.faults().haltAt(CrashPoint.TRIED);

        payment.confirm();

        assertThat(shop.platform().awaitEnd("svc-payment", WITHIN)).isTrue();
        shop.platform().restart("svc-payment");
        await("it is found again").atMost(WITHIN).untilAsserted(payment::now);
        payment.becomes("PAID");
        assertPaidOnce(payment);
        shop.settles("svc-payment died with captured money", payment.orderId());
    }

    @Test
    void aProviderThatIsKilledGoesOnWhereItWas() {
        weChat.faults("{\"callbacks\":{\"lose\":1000}}");
        AtWeChatPay told = waiting();
        told.isNotLookedAt();
        told.confirm();
        String orderId = customer.orders("tee-red-m", 1);
        String key = Visitor.newKey();

        shop.platform().kill("wechatpay");
        Answer meanwhile = customer.paysByWeChat(orderId, key).expect(202);
        assertThat(meanwhile.body().hasNonNull("code_url")).isFalse();
        shop.platform().restart("wechatpay");

        told.becomes("PAID");
        assertPaidOnce(told);
        Answer again = customer.paysByWeChat(orderId, key).expect(202);
        assertThat(again.text("/id")).isEqualTo(meanwhile.text("/id"));
        weChat.confirm(again.text("/code_url"));
        await("the payment that was asked for while WeChat Pay was away")
                .atMost(WITHIN)
                .until(
                        () -> customer.get("/api/v1/payment/" + again.text("/id"))
                                .text("/status"),
                        "PAID"::equals);
        shop.settles("WeChat Pay was killed", orderId);
    }

    @Test
    void aRefundIsWorkedUntilWeChatPayConfirmsIt() {
        weChat.faults("{\"refunds\":{\"times\":1}}");
        AtWeChatPay topUp = AtWeChatPay.topUp(shop, customer, 500);
        weChat.pay(topUp.id(), "{\"total\":499}");
        topUp.becomes("REFUSED");
        awaitRefund(topUp, "ASKED");

        weChat.endRefund(topUp.id() + "-back", "ABNORMAL");
        awaitRefund(topUp, "ABNORMAL");
        weChat.endRefund(topUp.id() + "-back", "SUCCESS");

        topUp.goesBack();
        assertThat(topUp.takenMinor()).isZero();
    }

    /** Some days ago: two captures that nobody told of, one of them for nothing, and one that the statement does not name. */
    @Test
    void aStatementFindsWhatNobodyTold() {
        AtWeChatPay unnamed = waiting();
        unnamed.confirm();
        unnamed.becomes("PAID");
        weChat.faults("{\"callbacks\":{\"drop\":2}}");
        AtWeChatPay untold = waiting();
        untold.isNotLookedAt();
        untold.confirm();
        String number = Visitor.newKey().replace("-", "");
        weChat.stray(Json.text("out_trade_no", number, "total", 777, "notify_url", callbackUrl()));
        weChat.backdate(number, 5);
        String capturedAt = weChat.backdate(untold.id(), 5).path("paid_at").asString();
        shop.books()
                .change(
                        "shop_payment",
                        "UPDATE charge SET captured_at = CAST(? AS timestamptz) WHERE id = ?",
                        capturedAt,
                        unnamed.id());
        String day = LocalDate.ofInstant(Instant.parse(capturedAt), ZoneId.of("Asia/Shanghai"))
                .toString();

        for (String awaited : List.of(day, quietDay(day))) {
            shop.books()
                    .change("shop_payment", "INSERT INTO provider_statement (day) VALUES (CAST(? AS date))", awaited);
        }

        untold.becomes("PAID");
        assertPaidOnce(untold);
        await("what nobody asked for goes back")
                .atMost(WITHIN)
                .until(() ->
                        weChat.books(number).at("/refunds/0/state").asString().equals("SUCCESS"));
        await("a person is called").atMost(WITHIN).untilAsserted(() -> assertThat(differences(day))
                .containsExactlyInAnyOrder(
                        "STATE_DIFFERS " + untold.id() + " reconciler",
                        "MISSING_HERE " + number + " reconciler",
                        "MISSING_THERE " + unnamed.id() + " paged"));
        aPersonResolvesTheLastOne(day);
        Answer quiet = staff.get("/api/v1/staff/statement/" + quietDay(day)).expect(200);
        assertThat(quiet.body().hasNonNull("compared_at")).isTrue();
        assertThat(quiet.number("/found")).isZero();
    }

    /** Of which WeChat Pay has no statement, because nothing happened. */
    private static String quietDay(String day) {
        return LocalDate.parse(day).minusDays(30).toString();
    }

    private void aPersonResolvesTheLastOne(String day) {
        Answer statement = staff.get("/api/v1/staff/statement/" + day).expect(200);
        assertThat(statement.number("/lines")).isEqualTo(2);
        assertThat(statement.number("/found")).isEqualTo(3);
        assertThat(statement.number("/open")).isEqualTo(1);
        assertThat(staff.get("/api/v1/staff/statement").expect(200).body().findValuesAsString("date"))
                .contains(day);
        String resolve =
                "/api/v1/staff/statement/" + day + "/difference/" + statement.text("/differences/0/id") + "/resolve";

        Answer resolved = staff.post(resolve, Json.text("reason", "Found in the console."))
                .expect(200);

        assertThat(resolved.text("/resolved_by")).isEqualTo(staff.id());
        assertThat(resolved.text("/reason")).isEqualTo("Found in the console.");
        assertThat(staff.get("/api/v1/staff/statement/" + day).number("/open")).isZero();
        assertThat(staff.post(resolve, Json.text("reason", "Again."))
                        .expect(409)
                        .code())
                .isEqualTo("STATEMENT_DIFFERENCE_RESOLVED");
    }

    /** Kind, subject, and by whom it was resolved, or that it waits for a person. */
    private List<String> differences(String day) {
        return staff.get("/api/v1/staff/statement/" + day)
                .expect(200)
                .body()
                .at("/differences")
                .valueStream()
                .map(found -> found.path("kind").asString() + " "
                        + found.path("subject").asString() + " "
                        + (found.hasNonNull("resolved_by")
                                ? found.path("resolved_by").asString()
                                : found.hasNonNull("paged_at") ? "paged" : "open"))
                .toList();
    }

    @Test
    void whatWeChatPayCannotTakeIsRefusedBeforeAnythingIsOpened() {
        String orderId = customer.orders(staff.offers(1L << 31, 1), 1);

        Answer refused = customer.paysByWeChat(orderId, Visitor.newKey()).expect(422);

        assertThat(refused.code()).isEqualTo("PAYMENT_METHOD_LIMIT");
        assertThat(refused.text("/detail")).contains("21,474,836.47");
        assertThat(shop.books().number("shop_payment", "SELECT count(*) FROM payment WHERE order_id = ?", orderId))
                .isZero();
    }

    private AtWeChatPay waiting() {
        return AtWeChatPay.order(shop, customer, "tee-red-m");
    }

    /** Its first event comes once more. */
    private int repeated(AtWeChatPay charge) {
        return charge.says(Json.text(
                "subject",
                charge.id(),
                "event_id",
                charge.books().at("/events/0/id").asString()));
    }

    private void assertPaidOnce(AtWeChatPay payment) {
        shop.settles("paid at WeChat Pay", payment.orderId());
        assertThat(payment.capturesTold()).isEqualTo(1);
        assertThat(payment.takenMinor()).isEqualTo(PRICE);
        assertThat(payment.refundState()).isEmpty();
    }

    private void assertTheStaffAreTold(AtWeChatPay charge) {
        await("the staff are told").atMost(WITHIN).until(() -> staff.notifications("kind", "MONEY_GOES_BACK").stream()
                .anyMatch(told -> told.path("text").asString().contains(charge.id())));
    }

    private void awaitRefund(AtWeChatPay charge, String state) {
        await("the refund is " + state).atMost(WITHIN).until(charge::refundState, state::equals);
    }

    private void awaitResolved(String subject) {
        await("WeChat Pay was asked about " + subject)
                .atMost(WITHIN)
                .until(() -> shop.books()
                                .number(
                                        "shop_payment",
                                        "SELECT count(*) FROM provider_event WHERE subject = ? AND resolved_at IS NOT NULL",
                                        subject)
                        == 1);
    }

    private String callbackUrl() {
        return shop.gateway() + "/api/v1/payment/wechatpay/callback";
    }
}
