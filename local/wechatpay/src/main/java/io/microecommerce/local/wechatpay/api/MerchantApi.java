package io.microecommerce.local.wechatpay.api;

import io.microecommerce.local.wechatpay.books.RefusedException;
import io.microecommerce.local.wechatpay.control.Faults;
import io.microecommerce.local.wechatpay.crypto.Merchant;
import io.microecommerce.local.wechatpay.crypto.PlatformKey;
import io.microecommerce.local.wechatpay.http.AbandonedException;
import io.microecommerce.local.wechatpay.http.Answer;
import io.microecommerce.local.wechatpay.http.Call;
import io.microecommerce.local.wechatpay.http.Part;
import java.time.Clock;
import java.util.Optional;

/** Everything below /v3/: only the merchant is heard, each answer is signed, and faults happen here. */
public final class MerchantApi implements Part {

    private final Merchant merchant;
    private final PlatformKey platformKey;
    private final Faults faults;
    private final Clock clock;
    private final Part routes;

    /** @param routes answer a call that is known to be the merchant's */
    public MerchantApi(Merchant merchant, PlatformKey platformKey, Faults faults, Clock clock, Part routes) {
        this.merchant = merchant;
        this.platformKey = platformKey;
        this.faults = faults;
        this.clock = clock;
        this.routes = routes;
    }

    @Override
    public Answer answer(Call call) {
        Optional<Faults.Calls> fault = faults.of(call.method(), call.path());
        Answer answer;
        if (fault.isPresent()) {
            if (fault.get().after()) {
                heard(call);
            }
            answer = failed(fault.get());
        } else {
            answer = heard(call);
        }
        return answer.with(platformKey.headers(answer.text(), clock.instant()));
    }

    private Answer heard(Call call) {
        try {
            merchant.requireSigned(call.authorization(), call.method(), call.target(), call.body(), clock.instant());
            return routes.answer(call);
        } catch (RefusedException refused) {
            return Answer.refused(refused.status(), refused.code(), refused.said());
        }
    }

    private static Answer failed(Faults.Calls fault) {
        try {
            Thread.sleep(fault.hangMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (fault.status() == 0) {
            throw new AbandonedException();
        }
        String code = fault.code();
        return Answer.refused(fault.status(), code == null ? "SYSTEM_ERROR" : code, "系统错误");
    }
}
