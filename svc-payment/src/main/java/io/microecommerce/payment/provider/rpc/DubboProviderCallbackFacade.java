package io.microecommerce.payment.provider.rpc;

import io.microecommerce.api.payment.ProviderCallback;
import io.microecommerce.api.payment.ProviderCallbackFacade;
import io.microecommerce.payment.provider.HearProvider;
import org.apache.dubbo.config.annotation.DubboService;

@DubboService
class DubboProviderCallbackFacade implements ProviderCallbackFacade {

    private final HearProvider hearProvider;

    DubboProviderCallbackFacade(HearProvider hearProvider) {
        this.hearProvider = hearProvider;
    }

    @Override
    public void hear(ProviderCallback callback) {
        hearProvider.hear(callback);
    }
}
