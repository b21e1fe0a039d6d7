package io.microecommerce.local.wechatpay.statement;

import io.microecommerce.local.wechatpay.books.Books;
import io.microecommerce.local.wechatpay.books.Refund;
import io.microecommerce.local.wechatpay.books.RefundState;
import io.microecommerce.local.wechatpay.books.Trade;
import io.microecommerce.local.wechatpay.crypto.Merchant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The trade bill: what was paid on a day, and what was asked back on it. */
public final class TradeStatement {

    private static final String HEAD = Csv.head(
            "交易时间", "公众账号ID", "商户号", "特约商户号", "设备号", "微信订单号", "商户订单号", "用户标识", "交易类型", "交易状态", "付款银行", "货币种类", "应结订单金额",
            "代金券金额", "微信退款单号", "商户退款单号", "退款金额", "充值券退款金额", "退款类型", "退款状态", "商品名称", "商户数据包", "手续费", "费率", "订单金额",
            "申请退款金额", "费率备注");
    private static final String SUMMARY_HEAD =
            Csv.head("总交易单数", "应结订单总金额", "退款总金额", "充值券退款总金额", "手续费总金额", "订单总金额", "申请退款总金额");

    private final Books books;
    private final Merchant merchant;

    public TradeStatement(Books books, Merchant merchant) {
        this.books = books;
        this.merchant = merchant;
    }

    /**
     * @param type ALL, SUCCESS or REFUND
     * @return empty when nothing happened on that day
     */
    public Optional<String> of(LocalDate day, String type) {
        List<Trade> paid = type.equals("REFUND")
                ? List.of()
                : books.trades().stream()
                        .filter(trade -> trade.capture() != null
                                && Csv.isOn(day, trade.capture().at()))
                        .toList();
        List<Refund> refunds = type.equals("SUCCESS")
                ? List.of()
                : books.refunds().stream()
                        .filter(refund -> Csv.isOn(day, refund.createdAt()))
                        .toList();
        if (paid.isEmpty() && refunds.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder("\uFEFF").append(HEAD);
        long taken = 0;
        for (Trade trade : paid) {
            taken += capture(trade).total();
            text.append(Csv.row(paidRow(trade, capture(trade))));
        }
        long givenBack = 0;
        for (Refund refund : refunds) {
            Trade trade = books.trade(refund.outTradeNo());
            givenBack += refund.amount();
            text.append(Csv.row(refundRow(refund, trade, capture(trade))));
        }
        text.append(SUMMARY_HEAD)
                .append(Csv.row(List.of(
                        Integer.toString(paid.size() + refunds.size()),
                        Csv.yuan(taken),
                        Csv.yuan(givenBack),
                        "0.00",
                        "0.00000",
                        Csv.yuan(taken),
                        Csv.yuan(givenBack))));
        return Optional.of(text.toString());
    }

    private List<String> paidRow(Trade trade, Trade.Capture capture) {
        return List.of(
                Csv.time(capture.at()),
                merchant.appId(),
                merchant.id(),
                "0",
                "",
                capture.transactionId(),
                trade.outTradeNo(),
                "oSimulatedPayer0000000000001",
                "NATIVE",
                "SUCCESS",
                "OTHERS",
                capture.currency(),
                Csv.yuan(capture.total()),
                "0.00",
                "0",
                "0",
                "0.00",
                "0.00",
                "",
                "",
                trade.description(),
                trade.attach() == null ? "" : trade.attach(),
                "0.00000",
                "0.60%",
                Csv.yuan(capture.total()),
                "0.00",
                "");
    }

    private List<String> refundRow(Refund refund, Trade trade, Trade.Capture capture) {
        return List.of(
                Csv.time(refund.createdAt()),
                merchant.appId(),
                merchant.id(),
                "0",
                "",
                capture.transactionId(),
                trade.outTradeNo(),
                "oSimulatedPayer0000000000001",
                "NATIVE",
                "REFUND",
                "OTHERS",
                capture.currency(),
                "0.00",
                "0.00",
                refund.refundId(),
                refund.outRefundNo(),
                Csv.yuan(refund.amount()),
                "0.00",
                "ORIGINAL",
                inStatement(refund.state()),
                trade.description(),
                trade.attach() == null ? "" : trade.attach(),
                "0.00000",
                "0.60%",
                "0.00",
                Csv.yuan(refund.amount()),
                "");
    }

    /** The statement has words of its own. */
    private static String inStatement(RefundState state) {
        return switch (state) {
            case SUCCESS -> "SUCCESS";
            case PROCESSING -> "PROCESSING";
            case CLOSED -> "FAIL";
            case ABNORMAL -> "CHANGE";
        };
    }

    private static Trade.Capture capture(Trade trade) {
        Trade.Capture capture = trade.capture();
        if (capture == null) {
            throw new IllegalStateException(trade.outTradeNo() + " was never paid");
        }
        return capture;
    }
}
