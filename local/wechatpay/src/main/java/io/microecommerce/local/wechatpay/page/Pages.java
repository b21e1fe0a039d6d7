package io.microecommerce.local.wechatpay.page;

import io.microecommerce.local.wechatpay.books.Books;
import io.microecommerce.local.wechatpay.books.Documents;
import io.microecommerce.local.wechatpay.books.RefusedException;
import io.microecommerce.local.wechatpay.books.Trade;
import io.microecommerce.local.wechatpay.http.Answer;
import io.microecommerce.local.wechatpay.http.Call;
import io.microecommerce.local.wechatpay.http.Part;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** For people, in place of the WeChat app: all trades, and each with a button that pays it. */
public final class Pages implements Part {

    private static final int LISTED = 50;
    private static final String PAY = "/pay/";

    private final Books books;
    private final Clock clock;

    public Pages(Books books, Clock clock) {
        this.books = books;
        this.clock = clock;
    }

    @Override
    public Answer answer(Call call) {
        if (call.path().equals("/") && call.is("GET")) {
            String code = call.query().getOrDefault("pr", "").strip();
            // What people copy is the whole code_url.
            return code.isEmpty()
                    ? list()
                    : Answer.seeOther(PAY + code.substring(code.indexOf("pr=") < 0 ? 0 : code.indexOf("pr=") + 3));
        }
        if (call.path().startsWith(PAY)) {
            return trade(call, call.path().substring(PAY.length()));
        }
        return Answer.html(404, page("Not found", "<p>There is no such page. <a href=\"/\">All payments</a></p>"));
    }

    private Answer trade(Call call, String code) {
        Optional<Trade> trade = books.byCode(code);
        if (trade.isEmpty()) {
            return Answer.html(404, page("Unknown", "<p>No payment has this code. <a href=\"/\">All payments</a></p>"));
        }
        if (!call.is("POST")) {
            return Answer.html(200, page("Payment", shown(trade.get())));
        }
        try {
            books.pay(trade.get().outTradeNo());
        } catch (RefusedException tooLate) {
            // The page that follows says why.
        }
        return Answer.seeOther(PAY + code);
    }

    // ---- what is seen ----------------------------------------------------------------------------------------------

    private String shown(Trade trade) {
        boolean open = trade.state().name().equals("NOTPAY") && !trade.expired(clock.instant());
        String action = open
                ? """
                  <div class="qr">%s</div>
                  <p class="hint">In place of scanning this with WeChat:</p>
                  <form method="post"><button autofocus>Pay %s</button></form>"""
                        .formatted(new QrCode(trade.codeUrl()).svg(), amount(trade.total(), trade.currency()))
                : "";
        return """
               <p class="what">%s</p>
               <p class="amount">%s</p>
               <p class="state %s" id="state">%s</p>
               %s
               <dl><dt>Order number</dt><dd>%s</dd><dt>QR code says</dt><dd>%s</dd>%s</dl>
               <p><a href="/">All payments</a></p>"""
                .formatted(
                        escape(trade.description()),
                        amount(trade.total(), trade.currency()),
                        open ? "open" : trade.state().captured() ? "paid" : "closed",
                        state(trade),
                        action,
                        escape(trade.outTradeNo()),
                        escape(trade.codeUrl()),
                        capture(trade));
    }

    private String capture(Trade trade) {
        Trade.Capture capture = trade.capture();
        if (capture == null) {
            return trade.expiresAt() == null
                    ? ""
                    : "<dt>Can be paid until</dt><dd>%s</dd>".formatted(Documents.time(trade.expiresAt()));
        }
        long refunded = books.refunded(trade.outTradeNo());
        return "<dt>Paid</dt><dd>%s, %s</dd><dt>Transaction</dt><dd>%s</dd>"
                        .formatted(
                                amount(capture.total(), capture.currency()),
                                Documents.time(capture.at()),
                                capture.transactionId())
                + (refunded == 0 ? "" : "<dt>Refunded</dt><dd>%s</dd>".formatted(amount(refunded, capture.currency())));
    }

    private String state(Trade trade) {
        return switch (trade.state()) {
            case NOTPAY -> trade.expired(clock.instant()) ? "Expired: it can no longer be paid" : "Not paid yet";
            case SUCCESS -> "Paid";
            case REFUND -> "Paid, and refunded";
            case CLOSED -> "Closed: it can no longer be paid";
        };
    }

    private Answer list() {
        List<Trade> newest = new ArrayList<>(books.trades());
        Collections.reverse(newest);
        StringBuilder rows = new StringBuilder();
        for (Trade trade : newest.subList(0, Math.min(LISTED, newest.size()))) {
            rows.append("<tr><td><a href=\"/pay/%s\">%s</a></td><td class=\"number\">%s</td><td>%s</td></tr>"
                    .formatted(
                            trade.code(),
                            escape(trade.description()),
                            amount(trade.total(), trade.currency()),
                            state(trade)));
        }
        String table = newest.isEmpty()
                ? "<p>Nothing is to be paid yet. Pay an order with method <code>wechat</code>, then come back.</p>"
                : "<table><tr><th>What</th><th>Amount</th><th>State</th></tr>" + rows + "</table>";
        return Answer.html(
                200,
                page(
                        "Payments",
                        """
                        <form method="get" class="find"><label>code_url of a payment \
                        <input name="pr" placeholder="weixin://wxpay/bizpayurl?pr=…"></label> <button>Open</button></form>
                        <p class="hint">The newest %d of %d.</p>
                        %s"""
                                .formatted(Math.min(LISTED, newest.size()), newest.size(), table)));
    }

    private static String amount(long minor, String currency) {
        return (currency.equals("CNY") ? "¥" : escape(currency) + " ")
                + BigDecimal.valueOf(minor, 2).toPlainString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String page(String title, String body) {
        return """
               <!doctype html>
               <html lang="en"><head><meta charset="utf-8"><title>%s – WeChat Pay simulator</title>
               <meta name="viewport" content="width=device-width, initial-scale=1">
               <style>
               body { font: 16px/1.5 system-ui, sans-serif; color: #222; background: #f4f5f4; margin: 0 }
               header { background: #07883f; color: #fff; padding: .6rem 1.2rem }
               header small { opacity: .9 }
               main { max-width: 44rem; margin: 1.2rem auto; padding: 1rem 1.6rem; background: #fff; border-radius: .5rem }
               .what { font-size: 1.2rem; margin-bottom: 0 }
               .amount { font-size: 2.4rem; font-weight: 600; margin: .2rem 0 }
               .state { display: inline-block; padding: .1rem .7rem; border-radius: 1rem; background: #e8e8e8 }
               .state.paid { background: #d3f2df; color: #055c2b }
               .state.open { background: #fff2cc; color: #6b4e00 }
               .qr { width: 12rem } .hint { color: #595959; margin: .4rem 0 }
               button { font: inherit; padding: .5rem 1.4rem; border: 0; border-radius: .4rem; background: #07883f; color: #fff; cursor: pointer }
               table { border-collapse: collapse; width: 100%% } th, td { text-align: left; padding: .35rem .5rem; border-bottom: 1px solid #ddd }
               .number { white-space: nowrap } .find input { font: inherit; width: 22rem; max-width: 100%% }
               dt { color: #595959; font-size: .85rem; margin-top: .5rem } dd { margin: 0; overflow-wrap: anywhere }
               </style></head>
               <body><header>WeChat Pay simulator <small>– no real money moves here</small></header><main>
               %s
               </main></body></html>
               """
                .formatted(title, body);
    }
}
