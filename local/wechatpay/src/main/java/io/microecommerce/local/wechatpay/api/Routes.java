package io.microecommerce.local.wechatpay.api;

import io.microecommerce.local.wechatpay.books.RefusedException;
import io.microecommerce.local.wechatpay.http.Answer;
import io.microecommerce.local.wechatpay.http.Call;
import io.microecommerce.local.wechatpay.http.Part;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which call of the merchant is whose. */
public final class Routes implements Part {

    private static final Pattern BY_NUMBER = Pattern.compile("/v3/pay/transactions/out-trade-no/([^/]+)");
    private static final Pattern CLOSE = Pattern.compile("/v3/pay/transactions/out-trade-no/([^/]+)/close");
    private static final Pattern BY_ID = Pattern.compile("/v3/pay/transactions/id/([^/]+)");
    private static final Pattern REFUND = Pattern.compile("/v3/refund/domestic/refunds/([^/]+)");

    private final Trades trades;
    private final Refunds refunds;
    private final Statements statements;

    public Routes(Trades trades, Refunds refunds, Statements statements) {
        this.trades = trades;
        this.refunds = refunds;
        this.statements = statements;
    }

    @Override
    public Answer answer(Call call) {
        return call.is("POST") ? post(call) : get(call);
    }

    private Answer post(Call call) {
        Matcher close = CLOSE.matcher(call.path());
        if (close.matches()) {
            return trades.close(close.group(1), Body.of(call.body()));
        }
        return switch (call.path()) {
            case "/v3/pay/transactions/native" -> trades.prepay(Body.of(call.body()));
            case "/v3/refund/domestic/refunds" -> refunds.create(Body.of(call.body()));
            default -> throw noSuchPath(call);
        };
    }

    private Answer get(Call call) {
        Matcher byNumber = BY_NUMBER.matcher(call.path());
        if (byNumber.matches()) {
            return trades.byNumber(byNumber.group(1), call.query().getOrDefault("mchid", ""));
        }
        Matcher byId = BY_ID.matcher(call.path());
        if (byId.matches()) {
            return trades.byId(byId.group(1), call.query().getOrDefault("mchid", ""));
        }
        Matcher refund = REFUND.matcher(call.path());
        if (refund.matches()) {
            return refunds.byNumber(refund.group(1));
        }
        return switch (call.path()) {
            case "/v3/bill/tradebill" -> statements.trades(call.query());
            case "/v3/bill/fundflowbill" -> statements.fundFlow(call.query());
            case "/v3/billdownload/file" -> statements.download(call.query().getOrDefault("token", ""));
            // What WeChat answers a merchant who verifies with its public key.
            case "/v3/certificates" ->
                throw new RefusedException(404, "RESOURCE_NOT_EXISTS", "无可用的平台证书，请在商户平台-API安全申请使用微信支付公钥");
            default -> throw noSuchPath(call);
        };
    }

    private static RefusedException noSuchPath(Call call) {
        return new RefusedException(404, "NOT_FOUND", call.method() + " " + call.path() + " is not simulated");
    }
}
