package io.microecommerce.payment.provider.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.microecommerce.api.money.Money;
import io.microecommerce.payment.provider.StatementLine;
import io.microecommerce.payment.provider.StatementLine.Kind;
import io.microecommerce.payment.provider.StatementLine.State;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A trade bill is read whole, or not at all. */
class WeChatPayBillTest {

    /** Some of its columns, in WeChat's order. */
    private static final String HEAD =
            "\uFEFF交易时间,公众账号ID,商户号,微信订单号,商户订单号,交易状态,货币种类,应结订单金额,微信退款单号,商户退款单号,退款状态,商品名称,订单金额,申请退款金额\r\n";

    private static final String CAPTURE =
            "`2026-01-02 11:04:00,`app,`merchant,`t-1,`payment-1,`SUCCESS,`CNY,`88.00,`0,`0,`,`Tea, black,`89.00,`0.00\r\n";

    private static final String REFUND =
            "`2026-01-02 12:00:00,`app,`merchant,`t-1,`payment-1,`REFUND,`CNY,`0.00,`r-1,`refund-1,`SUCCESS,`Tea, black,`0.00,`0.07\r\n";

    private static final String SUMS = "总交易单数,应结订单总金额,退款总金额\r\n`2,`88.00,`0.07\r\n";

    @Test
    void readsCapturesAndRefunds() {
        assertThat(WeChatPayBill.lines(HEAD + CAPTURE + REFUND + SUMS))
                .isEqualTo(List.of(
                        new StatementLine(Kind.CAPTURE, "payment-1", "t-1", new Money("CNY", 8_900), State.DONE),
                        new StatementLine(Kind.REFUND, "refund-1", "r-1", new Money("CNY", 7), State.DONE)));
    }

    @ParameterizedTest
    @CsvSource({"SUCCESS, DONE", "PROCESSING, PROCESSING", "CHANGE, ABNORMAL", "FAIL, FAILED"})
    void readsHowFarARefundIs(String said, State state) {
        String bill = HEAD + CAPTURE + REFUND.replace("`SUCCESS", "`" + said) + SUMS;

        assertThat(WeChatPayBill.lines(bill).get(1).state()).isEqualTo(state);
    }

    @Test
    void refusesWhatWasCutOff() {
        assertUnreadable("");
        assertUnreadable(HEAD);
        assertUnreadable(HEAD + CAPTURE + REFUND);
        assertUnreadable(HEAD + CAPTURE + SUMS);
        assertUnreadable(HEAD + CAPTURE + REFUND.substring(0, 60) + "\r\n" + SUMS);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertUnreadable(HEAD + CAPTURE.replace("`SUCCESS", "`REVOKED") + REFUND + SUMS);
        assertUnreadable(HEAD + CAPTURE + REFUND.replace("`SUCCESS", "`PERHAPS") + SUMS);
        assertUnreadable(HEAD + CAPTURE.replace("89.00", "89.001") + REFUND + SUMS);
        assertUnreadable(HEAD + CAPTURE.replace("89.00", "much") + REFUND + SUMS);
        assertUnreadable(HEAD.replace("订单金额,申", "金额,申") + CAPTURE + REFUND + SUMS);
    }

    private static void assertUnreadable(String bill) {
        assertThatIllegalArgumentException().isThrownBy(() -> WeChatPayBill.lines(bill));
    }
}
