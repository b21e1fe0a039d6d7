package io.microecommerce.payment.refund;

import io.microecommerce.payment.provider.ProviderRefund;
import io.microecommerce.payment.provider.RefundCause;
import io.microecommerce.payment.provider.RefundSettled;
import org.springframework.stereotype.Component;

/** A refund through the provider is done when the provider says so. */
@Component
class ProviderGaveBack implements RefundSettled {

    private final Refunds refunds;

    ProviderGaveBack(Refunds refunds) {
        this.refunds = refunds;
    }

    @Override
    public void settled(ProviderRefund settled) {
        if (settled.cause() == RefundCause.REFUND && !refunds.done(settled.id())) {
            throw new IllegalStateException("The provider has paid refund " + settled.id() + ", which was not given");
        }
    }
}
