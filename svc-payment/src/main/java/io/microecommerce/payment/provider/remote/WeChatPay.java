package io.microecommerce.payment.provider.remote;

import com.wechat.pay.java.core.exception.ServiceException;
import com.wechat.pay.java.core.exception.WechatPayException;
import com.wechat.pay.java.service.payments.nativepay.NativePayService;
import com.wechat.pay.java.service.payments.nativepay.model.Amount;
import com.wechat.pay.java.service.payments.nativepay.model.CloseOrderRequest;
import com.wechat.pay.java.service.payments.nativepay.model.PrepayRequest;
import com.wechat.pay.java.service.payments.nativepay.model.QueryOrderByOutTradeNoRequest;
import com.wechat.pay.java.service.refund.RefundService;
import com.wechat.pay.java.service.refund.model.AmountReq;
import com.wechat.pay.java.service.refund.model.CreateRequest;
import com.wechat.pay.java.service.refund.model.QueryByOutRefundNoRequest;
import com.wechat.pay.java.service.refund.model.Refund;
import io.microecommerce.api.money.Money;
import io.microecommerce.payment.provider.Charge;
import io.microecommerce.payment.provider.Provider;
import io.microecommerce.payment.provider.ProviderException;
import io.microecommerce.payment.provider.ProviderRefund;
import io.microecommerce.payment.provider.Trade;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** WeChat Pay, native (a QR code that the customer scans), API v3. */
final class WeChatPay implements Provider {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(ZoneId.of("Asia/Shanghai"));

    /** What it answers about a trade or a refund that it does not know. */
    private static final Set<String> UNKNOWN =
            Set.of("ORDERNOTEXIST", "ORDER_NOT_EXIST", "RESOURCE_NOT_EXISTS", "REFUNDNOTEXIST");

    /** What it answers when a trade need not be closed any more. */
    private static final Set<String> CLOSED = Set.of("ORDERCLOSED", "ORDER_CLOSED");

    private static final Set<String> PAID = Set.of("ORDERPAID", "ORDER_PAID");

    private static final int MAX_REASON_CHARACTERS = 26;

    private final WeChatPayAccount account;
    private final NativePayService payments;
    private final RefundService refunds;

    WeChatPay(WeChatPayAccount account) {
        this.account = account;
        this.payments = new NativePayService.Builder()
                .config(account.config())
                .httpClient(account.http())
                .build();
        this.refunds = new RefundService.Builder()
                .config(account.config())
                .httpClient(account.http())
                .build();
    }

    @Override
    public boolean available() {
        return true;
    }

    /** Its amounts are 32 bits wide. */
    @Override
    public boolean takes(Money amount) {
        return amount.minor() <= Integer.MAX_VALUE;
    }

    @Override
    public String prepay(Charge charge) {
        Amount amount = new Amount();
        amount.setTotal(Math.toIntExact(charge.amount().minor()));
        amount.setCurrency(charge.amount().currency());
        PrepayRequest request = new PrepayRequest();
        request.setMchid(account.merchantId());
        request.setAppid(account.appId());
        request.setOutTradeNo(charge.id());
        request.setDescription(charge.description());
        request.setTimeExpire(TIME.format(charge.expiresAt().truncatedTo(ChronoUnit.SECONDS)));
        request.setNotifyUrl(account.notifyUrl());
        request.setAmount(amount);
        return Objects.requireNonNull(
                calling("prepay", () -> payments.prepay(request)).getCodeUrl(), "WeChat Pay gave no code_url");
    }

    @Override
    public Optional<Trade> query(String chargeId) {
        QueryOrderByOutTradeNoRequest request = new QueryOrderByOutTradeNoRequest();
        request.setMchid(account.merchantId());
        request.setOutTradeNo(chargeId);
        return calling("query", () -> {
            try {
                return Optional.of(WeChatPayTrades.trade(payments.queryOrderByOutTradeNo(request), account));
            } catch (ServiceException refused) {
                return absentIf(UNKNOWN, refused);
            }
        });
    }

    @Override
    public boolean close(String chargeId) {
        CloseOrderRequest request = new CloseOrderRequest();
        request.setMchid(account.merchantId());
        request.setOutTradeNo(chargeId);
        return calling("close", () -> {
            try {
                payments.closeOrder(request);
                return true;
            } catch (ServiceException refused) {
                if (PAID.contains(refused.getErrorCode())) {
                    return false;
                }
                if (CLOSED.contains(refused.getErrorCode()) || UNKNOWN.contains(refused.getErrorCode())) {
                    return true;
                }
                throw refused;
            }
        });
    }

    @Override
    public RefundAnswer refund(Charge charge, ProviderRefund refund) {
        AmountReq amount = new AmountReq();
        amount.setRefund(refund.amount().minor());
        amount.setTotal(Objects.requireNonNull(charge.captured(), "Only what was captured goes back")
                .minor());
        amount.setCurrency(refund.amount().currency());
        CreateRequest request = new CreateRequest();
        request.setOutTradeNo(charge.id());
        request.setOutRefundNo(refund.id());
        String reason = refund.reason();
        request.setReason(reason.substring(0, Math.min(reason.length(), MAX_REASON_CHARACTERS)));
        request.setNotifyUrl(account.notifyUrl());
        request.setAmount(amount);
        return answer(calling("refund", () -> refunds.create(request)));
    }

    @Override
    public Optional<RefundAnswer> refundState(String refundId) {
        QueryByOutRefundNoRequest request = new QueryByOutRefundNoRequest();
        request.setOutRefundNo(refundId);
        return calling("refund query", () -> {
            try {
                return Optional.of(answer(refunds.queryByOutRefundNo(request)));
            } catch (ServiceException refused) {
                return absentIf(UNKNOWN, refused);
            }
        });
    }

    private static RefundAnswer answer(Refund refund) {
        RefundAnswer.State state =
                switch (refund.getStatus()) {
                    case SUCCESS -> RefundAnswer.State.DONE;
                    case PROCESSING -> RefundAnswer.State.PROCESSING;
                    case ABNORMAL, CLOSED -> RefundAnswer.State.ABNORMAL;
                };
        return new RefundAnswer(
                state,
                Objects.requireNonNullElse(refund.getRefundId(), ""),
                refund.getStatus().name());
    }

    private static <T> Optional<T> absentIf(Set<String> codes, ServiceException refused) {
        if (codes.contains(refused.getErrorCode())) {
            return Optional.empty();
        }
        throw refused;
    }

    /** Codes and statuses only: WeChat's answers may hold what does not belong into a log. */
    private static <T> T calling(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (ServiceException refused) {
            throw new ProviderException(
                    "WeChat Pay refuses " + what + ": " + refused.getHttpStatusCode() + " " + refused.getErrorCode(),
                    refused);
        } catch (WechatPayException | IllegalArgumentException | NullPointerException failed) {
            // Null where an answer lacks what the documentation promises.
            throw new ProviderException(
                    "WeChat Pay did not answer " + what + " as it should: "
                            + failed.getClass().getSimpleName(),
                    failed);
        }
    }
}
