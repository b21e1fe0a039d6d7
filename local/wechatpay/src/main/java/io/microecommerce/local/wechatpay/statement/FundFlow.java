package io.microecommerce.local.wechatpay.statement;

import io.microecommerce.local.wechatpay.books.Books;
import io.microecommerce.local.wechatpay.books.Refund;
import io.microecommerce.local.wechatpay.books.RefundState;
import io.microecommerce.local.wechatpay.books.Trade;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The fund flow bill: how the merchant's account came to stand where it stands. It begins at nothing and has no fees. */
public final class FundFlow {

    private static final String HEAD = Csv.head(
            "记账时间", "微信支付业务单号", "资金流水单号", "业务名称", "业务类型", "收支类型", "收支金额(元)", "账户结余(元)", "资金变更提交申请人", "备注", "业务凭证号");
    private static final String SUMMARY_HEAD = Csv.head("资金流水总笔数", "收入笔数", "收入金额", "支出笔数", "支出金额");

    private final Books books;

    public FundFlow(Books books) {
        this.books = books;
    }

    private record Move(Instant at, String id, String voucher, long minor) {}

    /** Empty when no money moved on that day. */
    public Optional<String> of(LocalDate day) {
        StringBuilder text = new StringBuilder("\uFEFF").append(HEAD);
        long balance = 0;
        long in = 0;
        long out = 0;
        int ins = 0;
        int outs = 0;
        for (Move move : moves()) {
            balance += move.minor();
            if (!Csv.isOn(day, move.at())) {
                continue;
            }
            boolean income = move.minor() > 0;
            ins += income ? 1 : 0;
            outs += income ? 0 : 1;
            in += Math.max(0, move.minor());
            out += Math.max(0, -move.minor());
            text.append(Csv.row(List.of(
                    Csv.time(move.at()),
                    move.id(),
                    move.id(),
                    income ? "交易" : "退款",
                    income ? "交易" : "退款",
                    income ? "收入" : "支出",
                    Csv.yuan(Math.abs(move.minor())),
                    Csv.yuan(balance),
                    "system",
                    "",
                    move.voucher())));
        }
        if (ins + outs == 0) {
            return Optional.empty();
        }
        text.append(SUMMARY_HEAD)
                .append(Csv.row(List.of(
                        Integer.toString(ins + outs),
                        Integer.toString(ins),
                        Csv.yuan(in),
                        Integer.toString(outs),
                        Csv.yuan(out))));
        return Optional.of(text.toString());
    }

    private List<Move> moves() {
        List<Move> moves = new ArrayList<>();
        for (Trade trade : books.trades()) {
            Trade.Capture capture = trade.capture();
            if (capture != null) {
                moves.add(new Move(capture.at(), capture.transactionId(), trade.outTradeNo(), capture.total()));
            }
        }
        for (Refund refund : books.refunds()) {
            // The merchant's account pays when the refund begins; one that was called off never left it.
            if (refund.state() != RefundState.CLOSED) {
                moves.add(new Move(refund.createdAt(), refund.refundId(), refund.outRefundNo(), -refund.amount()));
            }
        }
        moves.sort(Comparator.comparing(Move::at));
        return moves;
    }
}
