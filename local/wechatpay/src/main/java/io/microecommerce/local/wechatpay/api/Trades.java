package io.microecommerce.local.wechatpay.api;

import io.microecommerce.local.wechatpay.books.Books;
import io.microecommerce.local.wechatpay.books.Documents;
import io.microecommerce.local.wechatpay.books.RefusedException;
import io.microecommerce.local.wechatpay.books.Trade;
import io.microecommerce.local.wechatpay.crypto.Merchant;
import io.microecommerce.local.wechatpay.http.Answer;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/** Prepay, query and close. */
public final class Trades {

    private static final String NUMBER = "[0-9A-Za-z_\\-|*]{6,32}";

    private final Books books;
    private final Documents documents;
    private final Merchant merchant;
    private final Clock clock;

    public Trades(Books books, Documents documents, Merchant merchant, Clock clock) {
        this.books = books;
        this.documents = documents;
        this.merchant = merchant;
        this.clock = clock;
    }

    Answer prepay(Body body) {
        requireMerchant(body.text("/mchid", 32));
        if (!merchant.appId().equals(body.text("/appid", 32))) {
            throw new RefusedException(400, "APPID_MCHID_NOT_MATCH", "appid和mchid不匹配");
        }
        String number = body.text("/out_trade_no", 32);
        if (!number.matches(NUMBER)) {
            throw RefusedException.parameter("商户订单号不符合规则");
        }
        String notifyUrl = body.url("/notify_url");
        if (notifyUrl == null) {
            throw RefusedException.parameter("输入源“/notify_url”不能为空");
        }
        if (!body.currency().equals("CNY")) {
            throw RefusedException.parameter("境内商户号仅支持人民币");
        }
        Instant expiresAt = body.time("/time_expire");
        if (expiresAt != null && !expiresAt.isAfter(clock.instant())) {
            throw RefusedException.parameter("time_expire时间过短，订单失效时间须晚于当前时间");
        }
        Trade trade = books.open(new Books.Order(
                number,
                body.text("/description", 127),
                body.optional("/attach", 128),
                body.amount("/amount/total"),
                body.currency(),
                notifyUrl,
                expiresAt));
        return Answer.json(200, Map.of("code_url", trade.codeUrl()));
    }

    Answer byNumber(String number, String mchid) {
        requireMerchant(mchid);
        return Answer.json(200, documents.transaction(books.trade(number)));
    }

    Answer byId(String id, String mchid) {
        requireMerchant(mchid);
        return Answer.json(200, documents.transaction(books.transaction(id)));
    }

    Answer close(String number, Body body) {
        requireMerchant(body.text("/mchid", 32));
        books.close(number);
        return Answer.nothing();
    }

    private void requireMerchant(String mchid) {
        if (!merchant.id().equals(mchid)) {
            throw RefusedException.parameter("商户号有误");
        }
    }
}
