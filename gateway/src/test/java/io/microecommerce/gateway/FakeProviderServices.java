package io.microecommerce.gateway;

import io.microecommerce.api.payment.ProviderCallback;
import io.microecommerce.api.payment.ProviderCallbackFacade;
import io.microecommerce.api.payment.TopUpCommand;
import io.microecommerce.api.payment.TopUpFacade;
import io.microecommerce.api.payment.TopUpView;

/** Stands in for what svc-payment offers of the money from outside, see {@link FakeServices}. */
public final class FakeProviderServices implements ProviderCallbackFacade, TopUpFacade {

    private static final TopUpView TOP_UP = new TopUpView(
            "top-up-1",
            TopUpView.Status.AWAITING_PROVIDER,
            FakeServices.PRICE,
            "weixin://wxpay/bizpayurl?pr=1",
            FakeServices.THEN,
            FakeServices.THEN,
            null);

    private final FakeServices services;

    public FakeProviderServices(FakeServices services) {
        this.services = services;
    }

    @Override
    public void hear(ProviderCallback callback) {
        services.answer("", callback);
    }

    @Override
    public TopUpView topUp(TopUpCommand command) {
        return services.answer(TOP_UP, command);
    }

    @Override
    public TopUpView topUp(String customerId, String topUpId) {
        return services.answer(TOP_UP, customerId, topUpId);
    }
}
