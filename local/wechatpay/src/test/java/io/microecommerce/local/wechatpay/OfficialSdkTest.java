package io.microecommerce.local.wechatpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.wechat.pay.java.core.exception.ServiceException;
import com.wechat.pay.java.service.billdownload.DigestBillEntity;
import com.wechat.pay.java.service.billdownload.model.GetTradeBillRequest;
import com.wechat.pay.java.service.billdownload.model.TarType;
import com.wechat.pay.java.service.payments.model.Transaction;
import com.wechat.pay.java.service.payments.model.Transaction.TradeStateEnum;
import com.wechat.pay.java.service.payments.nativepay.model.CloseOrderRequest;
import com.wechat.pay.java.service.payments.nativepay.model.QueryOrderByOutTradeNoRequest;
import com.wechat.pay.java.service.refund.model.QueryByOutRefundNoRequest;
import com.wechat.pay.java.service.refund.model.Refund;
import com.wechat.pay.java.service.refund.model.RefundNotification;
import com.wechat.pay.java.service.refund.model.Status;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The simulator is measured by what WeChat's own SDK understands and believes. */
class OfficialSdkTest {

    private static final Duration SOON = Duration.ofSeconds(30);

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

    @Test
    void takesAPaymentAndTellsTheMerchant() {
        String codeUrl = shop.prepay("payment-1", 8900);

        assertThat(codeUrl).startsWith("weixin://wxpay/bizpayurl?pr=");
        assertThat(query("payment-1").getTradeState()).isEqualTo(TradeStateEnum.NOTPAY);
        assertThat(shop.page(codeUrl))
                .contains("Tea &lt;green&gt; &amp; one &quot;cup&quot;", "¥89.00", "Not paid yet", "<svg")
                .contains("<button autofocus>Pay ¥89.00</button>");

        shop.confirm(codeUrl);

        assertThat(shop.page(codeUrl)).contains("Paid").doesNotContain("<button");
        Transaction paid = query("payment-1");
        assertThat(paid.getTradeState()).isEqualTo(TradeStateEnum.SUCCESS);
        assertThat(paid.getAmount().getTotal()).isEqualTo(8900);
        Transaction told = shop.parsed(callbackAbout("payment-1"), Transaction.class);
        assertThat(told.getTransactionId()).isEqualTo(paid.getTransactionId());
        assertThat(told.getMchid()).isEqualTo(Shop.MERCHANT);
        assertThat(told.getAppid()).isEqualTo(Shop.APP);
        assertThat(told.getAmount().getTotal()).isEqualTo(8900);
        assertThat(told.getAmount().getCurrency()).isEqualTo("CNY");
        assertThat(told.getSuccessTime()).isEqualTo(paid.getSuccessTime());
    }

    @Test
    void givesTheSameCodeForTheSameOrderAndRefusesAnother() {
        String codeUrl = shop.prepay("payment-2", 500);

        assertThat(shop.prepay("payment-2", 500)).isEqualTo(codeUrl);
        refused(403, "OUT_TRADE_NO_USED", () -> shop.prepay("payment-2", 501));
        shop.confirm(codeUrl);
        refused(400, "ORDERPAID", () -> shop.prepay("payment-2", 500));
        refused(400, "ORDERPAID", () -> close("payment-2"));
    }

    @Test
    void takesNothingForAClosedOrder() {
        String codeUrl = shop.prepay("payment-3", 500);

        close("payment-3");
        close("payment-3");
        shop.confirm(codeUrl);

        assertThat(shop.page(codeUrl)).contains("Closed").doesNotContain("<button");
        assertThat(query("payment-3").getTradeState()).isEqualTo(TradeStateEnum.CLOSED);
        refused(400, "ORDER_CLOSED", () -> shop.prepay("payment-3", 500));
        refused(404, "ORDERNOTEXIST", () -> query("payment-none"));
        refused(404, "ORDERNOTEXIST", () -> close("payment-none"));
    }

    @Test
    void hearsNobodyWithoutTheMerchantsKey() throws Exception {
        refused(401, "SIGN_ERROR", () -> shop.paymentsOfAnImpostor().prepay(shop.order("payment-4", 1)));
        refused(404, "ORDERNOTEXIST", () -> query("payment-4"));
    }

    @Test
    void givesBackNoMoreThanItTook() {
        shop.confirm(shop.prepay("payment-5", 1000));

        Refund begun = shop.refunds().create(shop.refundOf("payment-5", "refund-5-a", 600, 1000));
        assertThat(begun.getAmount().getRefund()).isEqualTo(600);
        assertThat(begun.getAmount().getCurrency()).isEqualTo("CNY");
        refused(400, "INVALID_REQUEST", () -> shop.refunds()
                .create(shop.refundOf("payment-5", "refund-5-b", 401, 1000)));
        refused(400, "INVALID_REQUEST", () -> shop.refunds()
                .create(shop.refundOf("payment-5", "refund-5-a", 400, 1000)));
        refused(404, "RESOURCE_NOT_EXISTS", () -> refund("refund-5-b"));

        await().atMost(SOON).until(() -> refund("refund-5-a").getStatus() == Status.SUCCESS);
        assertThat(shop.refunds()
                        .create(shop.refundOf("payment-5", "refund-5-a", 600, 1000))
                        .getRefundId())
                .isEqualTo(begun.getRefundId());
        RefundNotification told = shop.parsed(callbackAbout("refund-5-a"), RefundNotification.class);
        assertThat(told.getRefundStatus()).isEqualTo(Status.SUCCESS);
        assertThat(told.getRefundId()).isEqualTo(begun.getRefundId());
        assertThat(told.getAmount().getRefund()).isEqualTo(600);
        assertThat(query("payment-5").getTradeState()).isEqualTo(TradeStateEnum.REFUND);
    }

    @Test
    void statesWhatHappenedOnADay() throws Exception {
        shop.confirm(shop.prepay("payment-6", 1234));
        shop.refunds().create(shop.refundOf("payment-6", "refund-6", 234, 1234));
        await().atMost(SOON).until(() -> refund("refund-6").getStatus() == Status.SUCCESS);
        shop.control("POST", "/trade/payment-6/backdate", "{\"days\": 3}");

        String text = bill(LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(3), TarType.GZIP);

        List<String> rows = text.lines().toList();
        assertThat(rows).hasSize(5);
        assertThat(rows.get(0)).startsWith("\uFEFF交易时间,公众账号ID,商户号,").endsWith(",订单金额,申请退款金额,费率备注");
        assertThat(rows.get(1)).contains(",`payment-6,", ",`SUCCESS,", ",`12.34,");
        assertThat(rows.get(2)).contains(",`payment-6,", ",`REFUND,", ",`refund-6,`2.34,");
        assertThat(rows.get(4)).isEqualTo("`2,`12.34,`2.34,`0.00,`0.00000,`12.34,`2.34");
        assertThat(bill(LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(3), null))
                .isEqualTo(text);
        refused(400, "NO_STATEMENT_EXIST", () -> bill(LocalDate.of(2020, 1, 1), null));
        refused(400, "INVALID_REQUEST", () -> bill(LocalDate.now(ZoneId.of("Asia/Shanghai")), null));
    }

    private static String bill(LocalDate day, TarType zipped) throws Exception {
        GetTradeBillRequest request = new GetTradeBillRequest();
        request.setBillDate(day.toString());
        request.setTarType(zipped);
        DigestBillEntity bill = shop.bills().getTradeBill(request);
        String text = new String(bill.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bill.verifyHash()).isTrue();
        return text;
    }

    private static Transaction query(String number) {
        QueryOrderByOutTradeNoRequest request = new QueryOrderByOutTradeNoRequest();
        request.setMchid(Shop.MERCHANT);
        request.setOutTradeNo(number);
        return shop.payments().queryOrderByOutTradeNo(request);
    }

    private static void close(String number) {
        CloseOrderRequest request = new CloseOrderRequest();
        request.setMchid(Shop.MERCHANT);
        request.setOutTradeNo(number);
        shop.payments().closeOrder(request);
    }

    private static Refund refund(String number) {
        QueryByOutRefundNoRequest request = new QueryByOutRefundNoRequest();
        request.setOutRefundNo(number);
        return shop.refunds().queryByOutRefundNo(request);
    }

    /** The callback whose subject that is. */
    private static Shop.Received callbackAbout(String subject) {
        String id = shop.control("GET", "/books", "")
                .at("/events")
                .valueStream()
                .filter(event -> event.at("/subject").asString().equals(subject))
                .findAny()
                .orElseThrow()
                .at("/id")
                .asString();
        await().atMost(SOON).until(() -> shop.received().stream()
                .anyMatch(callback -> callback.id().equals(id)));
        return shop.received().stream()
                .filter(callback -> callback.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static void refused(int status, String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ServiceException.class, refused -> {
            assertThat(refused.getHttpStatusCode()).isEqualTo(status);
            assertThat(refused.getErrorCode()).isEqualTo(code);
        });
    }
}
