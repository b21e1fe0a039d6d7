package io.microecommerce.local.wechatpay.api;

import io.microecommerce.local.wechatpay.books.Books;
import io.microecommerce.local.wechatpay.books.Documents;
import io.microecommerce.local.wechatpay.books.Refund;
import io.microecommerce.local.wechatpay.books.RefundState;
import io.microecommerce.local.wechatpay.books.RefusedException;
import io.microecommerce.local.wechatpay.books.Trade;
import io.microecommerce.local.wechatpay.control.Faults;
import io.microecommerce.local.wechatpay.http.Answer;
import java.time.Duration;
import java.util.Optional;

/** Refunds: they begin as PROCESSING and end a while later. */
public final class Refunds {

    private static final String NUMBER = "[0-9A-Za-z_\\-|*@]{1,64}";

    private final Books books;
    private final Faults faults;
    private final Duration takes;

    /** @param takes how long a refund is under way */
    public Refunds(Books books, Faults faults, Duration takes) {
        this.books = books;
        this.faults = faults;
        this.takes = takes;
    }

    Answer create(Body body) {
        String number = body.text("/out_refund_no", 64);
        if (!number.matches(NUMBER)) {
            throw RefusedException.parameter("商户退款单号不符合规则");
        }
        Books.RefundOrder order = new Books.RefundOrder(
                number,
                trade(body),
                body.amount("/amount/refund"),
                body.amount("/amount/total"),
                body.currency(),
                body.optional("/reason", 80),
                body.url("/notify_url"));
        Optional<Faults.Refunds> fault = faults.takeRefund();
        RefundState end = fault.map(Faults.Refunds::end).orElse(RefundState.SUCCESS);
        boolean held = fault.isPresent() && fault.get().end() == null;
        return answer(books.refund(order, end, held ? Optional.empty() : Optional.of(takes)));
    }

    Answer byNumber(String number) {
        return answer(books.refund(number));
    }

    private Trade trade(Body body) {
        String id = body.optional("/transaction_id", 32);
        try {
            return id == null ? books.trade(body.text("/out_trade_no", 32)) : books.transaction(id);
        } catch (RefusedException unknown) {
            throw unknown.status() == 404 ? new RefusedException(404, "RESOURCE_NOT_EXISTS", "订单不存在") : unknown;
        }
    }

    private Answer answer(Refund refund) {
        return Answer.json(200, Documents.refund(refund, books.trade(refund.outTradeNo())));
    }
}
